import type { Factor } from '../../settings/tenant/factors.ts';
import type { Difference } from './differences.ts';
import type { BuiltConnection } from './TenantArtifact.ts';

/** What the API takes, without secrets: `##TWILIO_SID##` stands where one is filled in as it is sent. */
type Fields = Readonly<Record<string, unknown>>;

/** One request that changes a tenant. */
export type SetupChange =
  /** `name` is that of its path: `brute-force-protection` … */
  | { kind: 'protection'; name: string; fields: Fields }
  | { kind: 'factor'; name: Factor; enabled: boolean }
  | { kind: 'new connection'; name: BuiltConnection['name']; options: Fields }
  | { kind: 'connection'; id: string; fields: Fields }
  /** `id` is `null` where the connection is made by an earlier step. */
  | { kind: 'applications'; id: string | null; connection: string; clientIds: readonly string[] }
  | { kind: 'page'; html: string };

/** One change, and what it means for people. */
export interface SetupStep {
  /** What it is done to: `connection sms`. */
  of: string;
  change: SetupChange;
  differences: readonly Difference[];
}

/** Steps in the order in which they are carried out; none where all is as it should be. */
export type SetupPlan = readonly SetupStep[];
