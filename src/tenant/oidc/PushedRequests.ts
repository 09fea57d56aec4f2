import { LRUCache } from 'lru-cache';
import type { Clock } from '../Clock.ts';

/** Auth0's own: docs-v2, `authorization-code-flow-with-par.mdx`. */
const MILLISECONDS = 30_000;
/** Of a pushed request, not of the authorization. */
const CREDENTIALS = ['client_secret', 'client_assertion', 'client_assertion_type'];

/**
 * What applications have pushed to `/oauth/par`, whole: oidc-provider keeps only the parameters that it knows, and the
 * login page gets them all.
 */
export class PushedRequests {
  readonly #open: LRUCache<string, Record<string, string>>;

  constructor(clock: Clock) {
    this.#open = new LRUCache({ max: 5_000, ttl: MILLISECONDS, ttlResolution: 0, perf: clock });
  }

  keep(uri: string, clientId: string, fields: Readonly<Record<string, unknown>>): void {
    const texts = Object.entries(fields).filter(
      (field): field is [string, string] => typeof field[1] === 'string' && !CREDENTIALS.includes(field[0]),
    );
    this.#open.set(uri, { ...Object.fromEntries(texts), client_id: clientId });
  }

  /** The parameters of a request that this application has pushed, once. */
  take(uri: string, clientId: string): Record<string, string> | null {
    const found = this.#open.get(uri);
    if (found === undefined || found['client_id'] !== clientId) return null;
    this.#open.delete(uri);
    return found;
  }

  clear(): void {
    this.#open.clear();
  }
}
