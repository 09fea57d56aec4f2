import { UserError } from '../settings/UserError.ts';
import { parseArguments } from './parseArguments.ts';
import type { Surroundings } from './Surroundings.ts';
import { usage } from './usage.ts';

/**
 * The front door: reads the command line and runs a command.
 *
 * @param argv - without node and the script
 * @returns the exit code
 */
export async function main(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    const request = parseArguments(argv);
    switch (request.command) {
      case 'help':
        surroundings.print(usage);
        return 0;
      case 'inspect':
        return await (await import('./inspectFile.ts')).inspectFile(surroundings, request.file);
      case 'watch':
        return await (await import('./watch.ts')).watch(surroundings, request);
      case 'build':
        return await (await import('./build.ts')).build(surroundings, request);
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    surroundings.printError(error.message);
    return error.exitCode;
  }
}
