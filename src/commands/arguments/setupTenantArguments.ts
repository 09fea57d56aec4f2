import { type ApplyRequest, applyOptions, readApply } from './applyArguments.ts';
import { text, type Values } from './Values.ts';

/** `node build.mjs setup-tenant` */
export interface SetupTenantRequest extends ApplyRequest {
  command: 'setup-tenant';
  /** Folder that a build wrote; `null`: build first. */
  from: string | null;
  /** Folder for what was live; `null`: the usual one. */
  backups: string | null;
}

/** For `parseArgs`. */
export const setupTenantOptions = {
  from: { type: 'string' },
  ...applyOptions,
  backups: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws UserError for an option that says something of what is not done */
export function readSetupTenant(values: Values): SetupTenantRequest {
  return {
    command: 'setup-tenant',
    from: text(values['from']) ?? null,
    ...readApply(values),
    backups: text(values['backups']) ?? null,
  };
}
