import { LRUCache } from 'lru-cache';
import type { Clock } from '../Clock.ts';
import type { Standing } from './RateLimit.ts';

/**
 * Counts each caller's requests as Auth0 documents it: a bucket that holds `size`, and gets one back every
 * second's `size`-th part.
 *
 * @see https://auth0.com/docs/support/policies/rate-limit-policy/management-api-endpoint-rate-limits
 */
export class TokenBucket {
  readonly #buckets = new LRUCache<string, { tokens: number; at: number }>({ max: 1_000 });
  readonly #clock: Clock;
  readonly #size: number;

  /** @param size - requests at once, and a second */
  constructor(clock: Clock, size: number) {
    this.#clock = clock;
    this.#size = size;
  }

  take(caller: string): Standing {
    const now = this.#clock.now();
    const { tokens, at } = this.#buckets.get(caller) ?? { tokens: this.#size, at: now };
    const filled = Math.min(this.#size, tokens + ((now - at) / 1000) * this.#size);
    const allowed = filled >= 1;
    const left = allowed ? filled - 1 : filled;
    this.#buckets.set(caller, { tokens: left, at: now });
    return {
      limit: this.#size,
      remaining: Math.floor(left),
      // When it is full again.
      reset: Math.ceil(now / 1000 + (this.#size - left) / this.#size),
      allowed,
    };
  }
}
