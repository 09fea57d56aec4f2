import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearestName } from '../settings/nearestName.ts';
import { type BuildRequest, buildOptions, readBuild } from './arguments/buildArguments.ts';
import { type DeployRequest, deployOptions, readDeploy } from './arguments/deployArguments.ts';
import { type DevRequest, devOptions, readDev } from './arguments/devArguments.ts';
import { type DoctorRequest, doctorOptions, readDoctor } from './arguments/doctorArguments.ts';
import { type DriftRequest, driftOptions, readDrift } from './arguments/driftArguments.ts';
import { type GalleryRequest, galleryOptions, readGallery } from './arguments/galleryArguments.ts';
import { type RestoreRequest, readRestore, restoreOptions } from './arguments/restoreArguments.ts';
import {
  readSetupTenant,
  type SetupTenantRequest,
  setupTenantOptions,
} from './arguments/setupTenantArguments.ts';
import { type Values, wrongUsage } from './arguments/Values.ts';

/** What the command line asks for. */
export type Request =
  | { command: 'help'; of: CommandName }
  | BuildRequest
  | DevRequest
  | DoctorRequest
  | GalleryRequest
  | DeployRequest
  | RestoreRequest
  | DriftRequest
  | SetupTenantRequest;

interface Command {
  options: NonNullable<ParseArgsConfig['options']>;
  /** @param names - what stands on the command line without an option's name */
  read: (values: Values, names: readonly string[]) => Request;
  /** How many names it takes; default: none. */
  names?: number;
}

/** The commands; `build` is the one that needs no name. */
const COMMANDS = {
  build: { options: buildOptions, read: readBuild },
  dev: { options: devOptions, read: readDev },
  doctor: { options: doctorOptions, read: readDoctor },
  gallery: { options: galleryOptions, read: readGallery },
  deploy: { options: deployOptions, read: readDeploy },
  restore: { options: restoreOptions, read: readRestore, names: 1 },
  drift: { options: driftOptions, read: readDrift },
  'setup-tenant': { options: setupTenantOptions, read: readSetupTenant },
} satisfies Record<string, Command>;

/** A command by its name on the command line. */
export type CommandName = keyof typeof COMMANDS;

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
  const { options, read, names = 0 }: Command = COMMANDS[command];
  const { values, positionals } = parse(options, isCommand(first) ? argv.slice(1) : argv);
  if (values['help'] === true) return { command: 'help', of: command };
  const [extra] = positionals.slice(names);
  if (extra !== undefined) {
    const nearest = nearestName(extra, Object.keys(COMMANDS));
    const meant = nearest === null ? '' : `; did you mean ${nearest}?`;
    throw wrongUsage(
      `received ${JSON.stringify(extra)}, which is no ${command === 'build' ? 'command' : 'option'}${meant}`,
    );
  }
  for (const [name, value] of Object.entries(values)) {
    if ([value].flat().includes('')) throw wrongUsage(`--${name} needs a value`);
  }
  return read(values, positionals);
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

function parse(
  options: Command['options'],
  argv: readonly string[],
): { values: Values; positionals: string[] } {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /^Unknown option '-{1,2}([^']*)'/.exec(message)?.[1];
    if (unknown === undefined) throw wrongUsage(message.split('\n')[0] ?? message);
    const nearest = nearestName(unknown, Object.keys(options));
    throw wrongUsage(
      `there is no option --${unknown}${nearest === null ? '' : `; did you mean --${nearest}?`}`,
    );
  }
}
