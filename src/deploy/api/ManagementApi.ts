import { ManagementClient } from 'auth0';
import type { Credentials } from './Credentials.ts';
import { PATIENCE, type Patience, patientFetch } from './patientFetch.ts';
import { toApiFailure } from './toApiFailure.ts';

/**
 * A tenant's Management API, through the `auth0` SDK. It fetches one token and keeps it until it expires;
 * Node itself trusts the certificates that `NODE_EXTRA_CA_CERTS` names.
 */
export class ManagementApi {
  readonly domain: string;
  readonly #credentials: Credentials;
  readonly #sdk: ManagementClient;

  /**
   * Asks for nothing yet.
   *
   * @param fetch - the process's, or one that trusts another certificate
   * @param patience - where it is to differ from `PATIENCE`
   */
  constructor(credentials: Credentials, fetch: typeof globalThis.fetch, patience: Partial<Patience> = {}) {
    const { domain, audience, login } = credentials;
    this.domain = domain;
    this.#credentials = credentials;
    const options = {
      domain,
      ...(audience !== undefined && { audience }),
      fetch: patientFetch(fetch, { ...PATIENCE, ...patience }),
      maxRetries: 0,
      // That of each try is the fetch's; this one runs through its waits, too.
      timeoutInSeconds: 3_600,
    };
    this.#sdk = new ManagementClient({ ...options, ...login });
  }

  /**
   * One thing that is done with the API, or several that fail as one.
   *
   * @param doing - as in "could not …": `read the connections`
   * @param request - calls of the SDK alone: what fails in it is told as the API's failure
   * @throws ApiFailure, a UserError, whatever goes wrong
   */
  async call<T>(doing: string, request: (sdk: ManagementClient) => PromiseLike<T>): Promise<T> {
    try {
      return await request(this.#sdk);
    } catch (error) {
      throw toApiFailure(error, { credentials: this.#credentials, doing }) ?? error;
    }
  }
}
