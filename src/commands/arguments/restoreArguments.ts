import { text, type Values, wrongUsage } from './Values.ts';

/** `node build.mjs restore` */
export interface RestoreRequest {
  command: 'restore';
  /** Id of a saved page, or the start of its hash; `null` lists them. */
  wanted: string | null;
  tenant: string | undefined;
  apply: boolean;
  yes: boolean;
  force: boolean;
  report: string | undefined;
  backups: string | undefined;
}

/** For `parseArgs`. */
export const restoreOptions = {
  tenant: { type: 'string' },
  apply: { type: 'boolean' },
  yes: { type: 'boolean' },
  force: { type: 'boolean' },
  report: { type: 'string' },
  backups: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws UserError for options that exclude others, or need what is not there */
export function readRestore(values: Values, names: readonly string[]): RestoreRequest {
  const wanted = names[0] ?? null;
  const is = (name: string) => values[name] === true;
  if (is('yes') && !is('apply')) throw wrongUsage('--yes answers what --apply asks, and needs it');
  if (is('apply') && wanted === null) {
    throw wrongUsage('--apply needs the id, or the hash, of a saved page; without one they are listed');
  }
  return {
    command: 'restore',
    wanted,
    tenant: text(values['tenant']),
    apply: is('apply'),
    yes: is('yes'),
    force: is('force'),
    report: text(values['report']),
    backups: text(values['backups']),
  };
}
