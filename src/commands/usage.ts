import type { CommandName } from './parseArguments.ts';
import { build } from './usage/build.ts';
import { deploy } from './usage/deploy.ts';
import { dev } from './usage/dev.ts';
import { doctor } from './usage/doctor.ts';
import { drift } from './usage/drift.ts';
import { gallery } from './usage/gallery.ts';
import { restore } from './usage/restore.ts';
import { setupTenant } from './usage/setupTenant.ts';

/** What `--help` prints, by command. */
export const usage: Readonly<Record<CommandName, string>> = {
  build,
  dev,
  doctor,
  gallery,
  deploy,
  restore,
  drift,
  'setup-tenant': setupTenant,
};
