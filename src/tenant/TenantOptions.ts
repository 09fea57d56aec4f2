import type { Certificate } from './certificate.ts';
import type { Fault } from './http/Fault.ts';
import type { Limits } from './Limits.ts';
import type { PageSource } from './PageSource.ts';
import type { Scenario } from './scenarios/Scenario.ts';

/** What a tenant is started with; everything may be left out. */
export interface TenantOptions {
  /** The login page, built HTML. Default: none, as a tenant whose page is turned off. */
  page?: string;
  /** Laid under every scenario that is opened by `address()`. */
  scenario?: Scenario;
  /** What goes wrong, for everybody. */
  faults?: readonly Fault[];
  limits?: Partial<Limits>;
  /** Default: one that the machine gives. */
  port?: number;
  /** Address to bind to. Default: `127.0.0.1`, which no other machine reaches. */
  bind?: string;
  /** Host of the tenant's domain, without a port. Default: `localhost`. */
  hostname?: string;
  /** Default: made for this run, for `localhost`. */
  certificate?: Certificate;
  /** The tenant's name. Default: `acme`. */
  name?: string;
  /** URLs beside the sample app's own that a login may lead back to: an application under development. */
  callbacks?: readonly string[];
  /** The project's folder, absolute, where the sample app is compiled from. Default: the current folder. */
  root?: string;
  /** Builds of the page, for `npm run dev`. */
  pages?: PageSource;
  /** Hears of errors that are the tenant's own fault. Default: they are written to standard error. */
  report?: (error: unknown) => void;
}
