import { UserError } from '../settings/UserError.ts';
import { loadEnvironmentFile } from './environmentFile.ts';
import { parseArguments } from './parseArguments.ts';
import type { Surroundings } from './Surroundings.ts';
import { usage } from './usage.ts';

const ON_TENANTS = ['deploy', 'restore', 'drift', 'doctor', 'setup-tenant'];
/** Where a command acts, and as whom: part of it may be the shell's. */
const isOfAccount = (name: string) => /^(?:AUTH0|TWILIO)_/.test(name);

/**
 * The front door: reads the command line and runs a command.
 *
 * @param argv - without node and the script
 * @returns the exit code
 */
export async function main(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    const request = parseArguments(argv);
    if (request.command !== 'help') {
      const names = loadEnvironmentFile(surroundings.root, surroundings.env).filter(isOfAccount);
      if (ON_TENANTS.includes(request.command) && names.length > 0) {
        surroundings.printError(`Read from .env: ${names.join(', ')}.`);
      }
    }
    // Loaded late, each by itself: a build does not wait for what only the local tenant needs.
    switch (request.command) {
      case 'help':
        surroundings.print(usage[request.of]);
        return 0;
      case 'inspect':
        return await (await import('./inspectFile.ts')).inspectFile(surroundings, request.file);
      case 'watch':
        return await (await import('./watch.ts')).watch(surroundings, request);
      case 'build':
        return await (await import('./build.ts')).build(surroundings, request);
      case 'explain':
        return await (await import('./explain.ts')).explain(surroundings, request);
      case 'dev':
        return await (await import('./dev.ts')).dev(surroundings, request);
      case 'doctor':
        return await (await import('./doctor.ts')).doctor(surroundings, request);
      case 'gallery':
        return await (await import('./gallery.ts')).gallery(surroundings, request);
      case 'deploy':
        return await (await import('./deploy.ts')).deploy(surroundings, request);
      case 'restore':
        return await (await import('./restore.ts')).restore(surroundings, request);
      case 'drift':
        return await (await import('./drift.ts')).drift(surroundings, request);
      case 'setup-tenant':
        return await (await import('./setupTenant.ts')).setupTenant(surroundings, request);
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    surroundings.printError(error.message);
    return error.exitCode;
  }
}
