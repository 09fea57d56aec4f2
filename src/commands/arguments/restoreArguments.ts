import { type ApplyRequest, applyOptions, readApply } from './applyArguments.ts';
import { text, type Values, wrongUsage } from './Values.ts';

/** `node build.mjs restore` */
export interface RestoreRequest extends ApplyRequest {
  command: 'restore';
  /** Id of a saved page, or the start of its hash; `null` lists them. */
  wanted: string | null;
  tenant: string | undefined;
  report: string | undefined;
  backups: string | undefined;
}

/** For `parseArgs`. */
export const restoreOptions = {
  tenant: { type: 'string' },
  ...applyOptions,
  report: { type: 'string' },
  backups: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws UserError for options that exclude others, or need what is not there */
export function readRestore(values: Values, names: readonly string[]): RestoreRequest {
  const wanted = names[0] ?? null;
  const applied = readApply(values);
  if (applied.apply && wanted === null) {
    throw wrongUsage('--apply needs the id, or the hash, of a saved page; without one they are listed');
  }
  return {
    command: 'restore',
    wanted,
    tenant: text(values['tenant']),
    ...applied,
    report: text(values['report']),
    backups: text(values['backups']),
  };
}
