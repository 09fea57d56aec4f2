import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearestName } from '../settings/nearestName.ts';
import type { Shard } from '../settings/Shard.ts';
import { UserError } from '../settings/UserError.ts';

/** What the command line asks for. */
export type Request =
  | { command: 'help'; of: CommandName }
  | { command: 'inspect'; file: string }
  | { command: 'build'; page: string | undefined; out: string; shard: Shard | undefined }
  | { command: 'watch'; page: string | undefined; out: string }
  | ExplainRequest
  | DevRequest
  | GalleryRequest;

/** `node build.mjs --explain` */
export interface ExplainRequest {
  command: 'explain';
  page: string | undefined;
  /** Folder of the picture. */
  out: string;
}

/** `node build.mjs dev` */
export interface DevRequest {
  command: 'dev';
  page: string | undefined;
  /** `null`: the project's own `dist`. */
  out: string | null;
  port: number;
  host: string;
  open: boolean;
  /** Paths of PEM files. */
  certificate: { cert: string; key: string } | null;
  callbacks: readonly string[];
}

/** `node build.mjs gallery` */
export interface GalleryRequest {
  command: 'gallery';
  page: string | undefined;
  out: string;
  /** Names of scenarios; none is all. */
  only: readonly string[];
}

const help = { type: 'boolean', short: 'h' } as const;
const page = { type: 'string' } as const;
const out = { type: 'string' } as const;

/** The options of each command; `build` is the one that needs no name. */
const OPTIONS = {
  build: {
    page,
    out,
    watch: { type: 'boolean' },
    inspect: { type: 'string' },
    explain: { type: 'boolean' },
    shard: { type: 'string' },
    help,
  },
  dev: {
    page,
    out,
    port: { type: 'string' },
    host: { type: 'string' },
    open: { type: 'boolean' },
    cert: { type: 'string' },
    key: { type: 'string' },
    callback: { type: 'string', multiple: true },
    help,
  },
  gallery: { page, out, only: { type: 'string', multiple: true }, help },
} as const satisfies Record<string, ParseArgsConfig['options']>;

/** A command by its name on the command line. */
export type CommandName = keyof typeof OPTIONS;
type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

const DEFAULT_PORT = 8443;

/**
 * Reads the command line.
 *
 * @param argv - without node and the script
 * @throws UserError with exit code 2 for an unknown command or option, a missing value, or options that
 *   exclude others
 */
export function parseArguments(argv: readonly string[]): Request {
  const [first = ''] = argv;
  const command = isCommand(first) ? first : 'build';
  const { values, positionals } = parse(command, isCommand(first) ? argv.slice(1) : argv);
  if (values['help'] === true) return { command: 'help', of: command };
  const [extra] = positionals;
  if (extra !== undefined) {
    const nearest = nearestName(extra, Object.keys(OPTIONS));
    const meant = nearest === null ? '' : `; did you mean ${nearest}?`;
    throw wrong(
      `received ${JSON.stringify(extra)}, which is no ${command === 'build' ? 'command' : 'option'}${meant}`,
    );
  }
  for (const [name, value] of Object.entries(values)) {
    if ([value].flat().includes('')) throw wrong(`--${name} needs a value`);
  }
  if (command === 'dev') return devRequest(values);
  const only = [...new Set(texts(values['only']))];
  if (command === 'gallery')
    return { command, page: text(values['page']), out: text(values['out']) ?? 'gallery', only };
  return buildRequest(values);
}

function buildRequest({ page, out, watch, inspect, explain, shard }: Values): Request {
  if (shard !== undefined && [page, watch, inspect, explain].some((it) => it !== undefined)) {
    throw wrong(
      '--shard is a part of all pages, so --page, --watch, --inspect and --explain do not go with it',
    );
  }
  if (explain === true) {
    if (watch === true || inspect !== undefined) {
      throw wrong('--explain looks at a bundle once, so --watch and --inspect do not go with it');
    }
    return { command: 'explain', page: text(page), out: text(out) ?? 'explain' };
  }
  if (inspect === undefined) {
    const common = { page: text(page), out: text(out) ?? 'dist' };
    if (watch === true) return { command: 'watch', ...common };
    return { command: 'build', ...common, shard: readShard(text(shard)) };
  }
  if (watch === true || page !== undefined || out !== undefined) {
    throw wrong('--inspect builds nothing, so --watch, --page and --out do not go with it');
  }
  return { command: 'inspect', file: text(inspect) ?? '' };
}

function devRequest(values: Values): DevRequest {
  const cert = text(values['cert']);
  const key = text(values['key']);
  if ((cert === undefined) !== (key === undefined)) {
    throw wrong(
      `--${cert === undefined ? 'key' : 'cert'} needs --${cert === undefined ? 'cert' : 'key'} beside it`,
    );
  }
  const callbacks = texts(values['callback']);
  const bad = callbacks.find((url) => !isCallback(url));
  if (bad !== undefined) {
    throw wrong(
      `--callback takes a URL, such as http://localhost:3000/callback; received ${JSON.stringify(bad)}`,
    );
  }
  return {
    command: 'dev',
    page: text(values['page']),
    out: text(values['out']) ?? null,
    port: port(text(values['port'])),
    host: text(values['host']) ?? 'localhost',
    open: values['open'] === true,
    certificate: cert === undefined || key === undefined ? null : { cert, key },
    callbacks,
  };
}

function readShard(given: string | undefined): Shard | undefined {
  if (given === undefined) return undefined;
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(given)?.map(Number) ?? [];
  if (index !== undefined && count !== undefined && index >= 1 && index <= count) return { index, count };
  throw wrong(
    `--shard takes a part and the number of parts, such as 1/4, 2/4, 3/4 and 4/4; received ${JSON.stringify(given)}`,
  );
}

function port(given: string | undefined): number {
  if (given === undefined) return DEFAULT_PORT;
  const number = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN;
  if (number >= 0 && number <= 65_535) return number;
  throw wrong(`--port takes a number from 0 (any free one) to 65535; received ${JSON.stringify(given)}`);
}

/** What a browser can be sent to, an app's own scheme included; a fragment would be lost on the way. */
const isCallback = (url: string): boolean =>
  /^(?!javascript|data|blob)[a-z][a-z0-9+.-]*:\/\/[^\s#]+$/i.test(url);

const isCommand = (name: string): name is CommandName => Object.hasOwn(OPTIONS, name);
const text = (value: Values[string]): string | undefined => (typeof value === 'string' ? value : undefined);
const texts = (value: Values[string]): string[] =>
  Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : [];

function parse(command: CommandName, argv: readonly string[]): { values: Values; positionals: string[] } {
  try {
    const options: NonNullable<ParseArgsConfig['options']> = OPTIONS[command];
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /^Unknown option '-{1,2}([^']*)'/.exec(message)?.[1];
    if (unknown === undefined) throw wrong(message.split('\n')[0] ?? message);
    const nearest = nearestName(unknown, Object.keys(OPTIONS[command]));
    throw wrong(`there is no option --${unknown}${nearest === null ? '' : `; did you mean --${nearest}?`}`);
  }
}

function wrong(what: string): UserError {
  return new UserError(
    `Wrong usage: ${what}${/[.?]$/.test(what) ? '' : '.'}\nnode build.mjs --help lists the options.`,
    2,
  );
}
