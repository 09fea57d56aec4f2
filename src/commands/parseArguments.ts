import { parseArgs } from 'node:util';
import { nearestName } from '../settings/nearestName.ts';
import { UserError } from '../settings/UserError.ts';

const OPTIONS = {
  page: { type: 'string' },
  out: { type: 'string' },
  watch: { type: 'boolean' },
  inspect: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What the command line asks for. */
export type Request =
  | { command: 'help' }
  | { command: 'inspect'; file: string }
  | { command: 'build' | 'watch'; page: string | undefined; out: string };

/**
 * Reads the command line.
 *
 * @param argv - without node and the script
 * @throws UserError with exit code 2 for an unknown option, a missing value, or options that exclude others
 */
export function parseArguments(argv: readonly string[]): Request {
  const { values, positionals } = parse(argv);
  const { page, out = 'dist', watch, inspect, help } = values;
  if (help === true) return { command: 'help' };
  if (positionals.length > 0) throw wrong(`received ${JSON.stringify(positionals[0])}, which is no option`);
  for (const [name, value] of Object.entries({ page, out, inspect })) {
    if (value === '') throw wrong(`--${name} needs a value`);
  }
  if (inspect === undefined) return { command: watch === true ? 'watch' : 'build', page, out };
  if (watch === true || page !== undefined || values.out !== undefined) {
    throw wrong('--inspect builds nothing, so --watch, --page and --out do not go with it');
  }
  return { command: 'inspect', file: inspect };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const unknown = /^Unknown option '-{1,2}([^']*)'/.exec(text)?.[1];
    if (unknown === undefined) throw wrong(text.split('\n')[0] ?? text);
    const nearest = nearestName(unknown, Object.keys(OPTIONS));
    throw wrong(`there is no option --${unknown}${nearest === null ? '' : `; did you mean --${nearest}?`}`);
  }
}

function wrong(what: string): UserError {
  return new UserError(
    `Wrong usage: ${what}${/[.?]$/.test(what) ? '' : '.'}\nnode build.mjs --help lists the options.`,
    2,
  );
}
