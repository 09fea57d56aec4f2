import { LRUCache } from 'lru-cache';
import type { Clock } from '../Clock.ts';

const MINUTE = 60_000;

/** How a caller stands after one more request. */
export interface Standing {
  limit: number;
  remaining: number;
  /** Seconds since 1970 at which counting begins anew. */
  reset: number;
  allowed: boolean;
}

/** Counts each caller's requests, by the minute. */
export class RateLimit {
  readonly #windows = new LRUCache<string, { count: number; ends: number }>({ max: 1_000 });
  readonly #clock: Clock;
  readonly #perMinute: number;

  constructor(clock: Clock, perMinute: number) {
    this.#clock = clock;
    this.#perMinute = perMinute;
  }

  take(caller: string): Standing {
    const now = this.#clock.now();
    const known = this.#windows.get(caller);
    const window = known !== undefined && known.ends > now ? known : { count: 0, ends: now + MINUTE };
    window.count++;
    this.#windows.set(caller, window);
    const limit = Number.isFinite(this.#perMinute) ? this.#perMinute : 1_000_000;
    return {
      limit,
      remaining: Math.max(0, limit - window.count),
      reset: Math.ceil(window.ends / 1000),
      allowed: window.count <= this.#perMinute,
    };
  }
}
