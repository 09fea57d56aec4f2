import { ManagementClient } from 'auth0';
import * as v from 'valibot';
import { oneLine } from '../../settings/oneLine.ts';
import { ApiFailure } from './ApiFailure.ts';
import type { Credentials } from './Credentials.ts';
import { PATIENCE, type Patience, patientFetch } from './patientFetch.ts';
import { toApiFailure } from './toApiFailure.ts';

/**
 * A tenant's Management API, through the `auth0` SDK. It fetches one token and keeps it until it expires.
 */
export class ManagementApi {
  readonly domain: string;
  readonly #credentials: Credentials;
  readonly #secrets: readonly string[];
  readonly #sdk: ManagementClient;

  /**
   * Asks for nothing yet.
   *
   * @param fetch - as `connectNetwork` makes it
   * @param patience - where it is to differ from `PATIENCE`
   * @param secrets - what is sent and no failure may tell, besides the credentials
   */
  constructor(
    credentials: Credentials,
    fetch: typeof globalThis.fetch,
    patience: Partial<Patience> = {},
    secrets: readonly string[] = [],
  ) {
    const { domain, audience, login } = credentials;
    this.domain = domain;
    this.#credentials = credentials;
    this.#secrets = secrets;
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
      throw toApiFailure(error, { credentials: this.#credentials, doing, secrets: this.#secrets }) ?? error;
    }
  }

  /**
   * Reads one thing.
   *
   * @param doing - as for `call`
   * @param schema - of the answer
   * @throws ApiFailure, also where the answer is not what the schema says; no value of it is told
   */
  async read<Schema extends v.GenericSchema>(
    doing: string,
    schema: Schema,
    request: (sdk: ManagementClient) => PromiseLike<unknown>,
  ): Promise<v.InferOutput<Schema>> {
    const malformed = (where: string) =>
      new ApiFailure(
        'malformed',
        `${this.domain}: could not ${doing}: the answer is not of the usual form${where}.\nCheck that nothing between here and the tenant changes answers, and try again.`,
      );
    const answer = await this.call(doing, request).catch((error: unknown) => {
      // The SDK takes lists for granted where it turns their pages.
      throw error instanceof TypeError ? malformed('') : error;
    });
    const result = v.safeParse(schema, answer);
    if (result.success) return result.output;
    throw malformed(misfit(result.issues[0]));
  }
}

/** Where an answer is not what it should be, and what is there, by its type: a value could be a secret. */
function misfit(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  const at = path === null ? '' : ` (at ${oneLine(path, 80)})`;
  const { input, expected } = issue;
  if (input === undefined) return `${at}: it is missing`;
  const is = input === null ? 'null' : Array.isArray(input) ? 'array' : typeof input;
  return `${at}: received ${is}, expected ${expected?.replace(/^(?:Object|Array)$/, (name) => name.toLowerCase()) ?? 'something else'}`;
}

/** A page of a list, as the SDK has it. */
interface SdkPage<T> {
  data: T[];
  hasNextPage(): boolean;
  getNextPage(): Promise<unknown>;
}

/**
 * All items of a list that comes in pages.
 *
 * @throws TypeError where an answer is not a page, or the same page comes again and again; `read` makes it a failure
 */
export async function allPages<T>(page: SdkPage<T>): Promise<T[]> {
  const found: T[] = [];
  for (let before = ''; ; await page.getNextPage()) {
    const now = JSON.stringify(page.data);
    if (now === before) throw new TypeError('The same page came again.');
    before = now;
    for (const item of page.data) found.push(item);
    if (!page.hasNextPage()) return found;
  }
}
