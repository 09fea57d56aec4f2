import { randomInt } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../Clock.ts';
import type { Limits } from '../Limits.ts';

/** What a try with a code comes to. */
export type Verdict = 'right' | 'wrong' | 'expired' | 'used-up';

interface Issued {
  code: string;
  /** Milliseconds since 1970, by the tenant's clock. */
  expiresAt: number;
  wrongTries: number;
}

/** More than are ever open at once; the eldest are forgotten, and count as wrong. */
const MOST = 5_000;

/**
 * The codes that are open: one for each connection and phone number or address, the newest. A code works
 * once, for a limited time, and for a limited number of tries.
 */
export class Codes {
  readonly #open = new LRUCache<string, Issued>({ max: MOST });
  readonly #clock: Clock;
  readonly #limits: Limits;

  constructor(clock: Clock, limits: Limits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Makes a code, in place of an earlier one. `seconds` is how long it lives. */
  issue(
    connection: string,
    identifier: string,
    { length, seconds }: { length: number; seconds: number },
  ): string {
    const code = Array.from({ length }, () => randomInt(10)).join('');
    const expiresAt = this.#clock.now() + seconds * 1000;
    this.#open.set(key(connection, identifier), { code, expiresAt, wrongTries: 0 });
    return code;
  }

  /** Tries a code; a wrong one counts. */
  try(connection: string, identifier: string, code: string): Verdict {
    const issued = this.#open.get(key(connection, identifier));
    if (issued === undefined) return 'wrong';
    if (issued.expiresAt <= this.#clock.now()) return 'expired';
    if (issued.wrongTries >= this.#limits.triesPerCode) return 'used-up';
    if (issued.code === code) return 'right';
    issued.wrongTries++;
    return 'wrong';
  }

  /** Makes the code of somebody who has logged in worthless. */
  use(connection: string, identifier: string): void {
    this.#open.delete(key(connection, identifier));
  }

  clear(): void {
    this.#open.clear();
  }
}

const key = (connection: string, identifier: string) => `${connection}|${identifier.toLowerCase()}`;
