import type { Clock } from './Clock.ts';
import type { TenantData } from './data/TenantData.ts';
import type { Events } from './http/Events.ts';
import type { Faults } from './http/Faults.ts';
import type { Recorded } from './http/Recorded.ts';
import type { Outbox } from './outbox/Outbox.ts';
import type { Captchas } from './passwordless/Captchas.ts';
import type { Scenario } from './scenarios/Scenario.ts';

/** A running local tenant. */
export interface Tenant {
  /** `localhost:8443`: the tenant's domain, as `auth0Domain` has it. */
  readonly host: string;
  /** `https://localhost:8443` */
  readonly origin: string;
  /** PEM of the certificate, for clients that check it. */
  readonly certificate: string;
  /** The SMS and emails that would have been sent. */
  readonly outbox: Outbox;
  /** Every request that it received, eldest first. */
  readonly requests: readonly Recorded[];
  /** The tenant's time, which a test can move. */
  readonly clock: Clock;
  /** What goes wrong for everybody. */
  readonly faults: Faults;
  /** Applications, connections, users. */
  readonly data: TenantData;
  readonly captchas: Captchas;
  readonly events: Events;
  /** Makes an application for a scenario, laid over the tenant's own, and returns where a browser starts. */
  address(scenario?: Scenario): string;
  /** Requests of one path, eldest first. */
  sent(path: string): Recorded[];
  /** Sets the page of the tenant's own (global) application. */
  setPage(html: string): void;
  /** Forgets requests, messages, codes, limits, faults, users, and browsers' sessions; puts the clock back. */
  reset(): void;
  /** Ends it, open connections included. */
  close(): Promise<void>;
}
