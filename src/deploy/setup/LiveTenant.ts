import type { LivePage } from '../pages/LivePage.ts';

/** A connection as a tenant has it. */
export interface LiveConnection {
  id: string;
  name: string;
  strategy: string;
  /** `null` where it has none. */
  displayName: string | null;
  options: Readonly<Record<string, unknown>>;
  /** Ids of the applications that have it enabled. */
  enabled: readonly string[];
}

/** An application that the settings name. */
export interface LiveApplication {
  client_id: string;
  name: string;
}

/** A tenant, as far as its setup looks at it. */
export interface LiveTenant {
  page: LivePage;
  /** Those that the settings name. */
  applications: readonly LiveApplication[];
  /** Those of the names that the settings use. */
  connections: readonly LiveConnection[];
  /** Whether a phone provider of the tenant sends text messages; `null` where the settings don't need one. */
  sendsTexts: boolean | null;
  /** Those that the settings name, by the name of their path: `brute-force-protection` … */
  attackProtection: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Whether each factor is on, by its name; none where the settings name none. */
  factors: Readonly<Record<string, boolean>>;
}
