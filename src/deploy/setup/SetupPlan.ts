import type { Files } from '../../pipeline/tenant-folder/tenantFiles.ts';
import type { Difference } from './Difference.ts';

/** What a setup is going to do. */
export interface SetupPlan {
  differences: readonly Difference[];
  /** For auth0-deploy-cli: what changes, and nothing else. */
  files: Files;
  /** Types of resources that the files are of, by auth0-deploy-cli's names. */
  types: readonly string[];
  /** Names of the connections among them. */
  connections: readonly string[];
}
