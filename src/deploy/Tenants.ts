import type { Credentials } from './api/Credentials.ts';
import { ManagementApi } from './api/ManagementApi.ts';
import { Applications } from './pages/Applications.ts';

/** A tenant that is talked to. */
export interface ConnectedTenant {
  api: ManagementApi;
  applications: Applications;
}

/** Tenants by their domain: each has one token, and one rate limit, for all of its pages. */
export class Tenants {
  readonly #fetch: typeof globalThis.fetch;
  readonly #onWait: (milliseconds: number) => void;
  readonly #known = new Map<string, ConnectedTenant>();

  /** @param onWait - hears of each wait for a rate limit */
  constructor(fetch: typeof globalThis.fetch, onWait: (milliseconds: number) => void = () => undefined) {
    this.#fetch = fetch;
    this.#onWait = onWait;
  }

  of(credentials: Credentials): ConnectedTenant {
    const known = this.#known.get(credentials.domain);
    if (known !== undefined) return known;
    const api = new ManagementApi(credentials, this.#fetch, { onWait: this.#onWait });
    const made = { api, applications: new Applications(api) };
    this.#known.set(credentials.domain, made);
    return made;
  }
}
