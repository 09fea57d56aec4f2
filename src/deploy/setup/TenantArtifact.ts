import type { ConnectionOptions, WantedConnection } from '../../pipeline/tenant-folder/WantedConnection.ts';
import type { Factor } from '../../settings/tenant/factors.ts';

/** A connection as a build wrote it. */
export interface BuiltConnection {
  /** Its strategy, too. */
  name: WantedConnection['name'];
  /** The body of an email stands in it. */
  options: ConnectionOptions;
  /** Names or ids of applications; `undefined` where the settings name none. */
  applications: readonly string[] | undefined;
  /** Paths of options that the settings are silent about, such as `totp.length`. */
  defaults: readonly string[];
}

/** What a build wrote into `dist/tenant`. */
export interface TenantArtifact {
  /** Name of the page that is the tenant's. */
  page: string;
  html: string;
  connections: readonly BuiltConnection[];
  /** By the name of its file, `brute-force-protection` …; a field that is not there stays as it is. */
  attackProtection: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  factors: readonly { name: Factor; enabled: boolean }[];
}
