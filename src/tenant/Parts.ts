import type Provider from 'oidc-provider';
import type { Clock } from './Clock.ts';
import type { TenantData } from './data/TenantData.ts';
import type { Events } from './http/Events.ts';
import type { Faults } from './http/Faults.ts';
import type { Limits } from './Limits.ts';
import type { Tickets } from './login/Tickets.ts';
import type { Transactions } from './login/Transactions.ts';
import type { PushedRequests } from './oidc/PushedRequests.ts';
import type { SigningKey } from './oidc/SigningKey.ts';
import type { Stores } from './oidc/Store.ts';
import type { Outbox } from './outbox/Outbox.ts';
import type { PageSource } from './PageSource.ts';
import type { Captchas } from './passwordless/Captchas.ts';
import type { Codes } from './passwordless/Codes.ts';
import type { StartLimit } from './passwordless/StartLimit.ts';
import type { ScenarioSet } from './scenarios/ScenarioSet.ts';

/** What a running tenant consists of; its routes are made from these. */
export interface Parts {
  /** `localhost:8443`: what `auth0Domain` says. */
  host: string;
  /** `https://localhost:8443` */
  origin: string;
  clock: Clock;
  limits: Limits;
  data: TenantData;
  faults: Faults;
  outbox: Outbox;
  events: Events;
  transactions: Transactions;
  tickets: Tickets;
  codes: Codes;
  starts: StartLimit;
  captchas: Captchas;
  scenarios: ScenarioSet;
  pages: PageSource;
  key: SigningKey;
  stores: Stores;
  pushed: PushedRequests;
  provider: Provider;
  /** The project’s folder, absolute. */
  root: string;
}
