import { LRUCache } from 'lru-cache';
import type { Clock } from '../Clock.ts';

const HOUR = 60 * 60 * 1000;
/** Addresses that are remembered. */
const MOST = 10_000;

/** Counts what each address asks for within an hour. */
export class StartLimit {
  readonly #starts = new LRUCache<string, number[]>({ max: MOST });
  readonly #clock: Clock;
  readonly #perHour: number;

  constructor(clock: Clock, perHour: number) {
    this.#clock = clock;
    this.#perHour = perHour;
  }

  /** Counts one more, unless it is too many. */
  take(address: string): boolean {
    const now = this.#clock.now();
    const recent = (this.#starts.get(address) ?? []).filter((at) => at > now - HOUR);
    if (recent.length >= this.#perHour) return false;
    // An unlimited tenant has nothing to remember.
    if (Number.isFinite(this.#perHour)) this.#starts.set(address, [...recent, now]);
    return true;
  }

  clear(): void {
    this.#starts.clear();
  }
}
