import { text, type Values, wrongUsage } from './Values.ts';

/** `node build.mjs setup-tenant` */
export interface SetupTenantRequest {
  command: 'setup-tenant';
  /** Folder that a build wrote; `null`: build first. */
  from: string | null;
  apply: boolean;
  /** Nobody is asked. */
  yes: boolean;
  /** A page of someone else's may be replaced. */
  force: boolean;
  /** Folder for what was live; `null`: the usual one. */
  backups: string | null;
}

/** For `parseArgs`. */
export const setupTenantOptions = {
  from: { type: 'string' },
  apply: { type: 'boolean' },
  yes: { type: 'boolean' },
  force: { type: 'boolean' },
  backups: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws UserError for an option that says something of what is not done */
export function readSetupTenant({ from, apply, yes, force, backups }: Values): SetupTenantRequest {
  if (yes === true && apply !== true) throw wrongUsage('--yes answers what --apply asks, and needs it');
  return {
    command: 'setup-tenant',
    from: text(from) ?? null,
    apply: apply === true,
    yes: yes === true,
    force: force === true,
    backups: text(backups) ?? null,
  };
}
