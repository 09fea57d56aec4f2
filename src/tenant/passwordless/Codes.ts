import { randomInt } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../Clock.ts';
import type { Limits } from '../Limits.ts';

/** What a try with a code comes to. */
export type Verdict = 'right' | 'wrong' | 'used-up';

interface Issued {
  code: string;
  wrongTries: number;
}

/** More than are ever open at once; the eldest are forgotten, and count as wrong. */
const MOST = 5_000;

/**
 * The codes that are open: one for each connection and phone number or address, the newest. A code works
 * once, for a limited time, and for a limited number of tries.
 */
export class Codes {
  readonly #open: LRUCache<string, Issued>;
  readonly #limits: Limits;

  constructor(clock: Clock, limits: Limits) {
    this.#limits = limits;
    this.#open = new LRUCache({ max: MOST, ttlResolution: 0, perf: clock, ttlAutopurge: false });
  }

  /** Makes a code, in place of an earlier one. `seconds` is how long it lives. */
  issue(
    connection: string,
    identifier: string,
    { length, seconds }: { length: number; seconds: number },
  ): string {
    const code = Array.from({ length }, () => randomInt(10)).join('');
    this.#open.set(key(connection, identifier), { code, wrongTries: 0 }, { ttl: seconds * 1000 });
    return code;
  }

  /** Tries a code; a wrong one counts. */
  try(connection: string, identifier: string, code: string): Verdict {
    const issued = this.#open.get(key(connection, identifier));
    if (issued === undefined) return 'wrong';
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
