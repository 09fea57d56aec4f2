import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../Clock.ts';

/** A login that somebody has begun at `/authorize`. */
export interface Transaction {
  /** Names the transaction; `state` of `/login` and of the hosted config. Not the application's `state`. */
  state: string;
  clientId: string;
  redirectUri: string;
  /** The query of `/authorize`, as it came. */
  params: Readonly<Record<string, string>>;
  /** Of the authorization server underneath. */
  interactionId: string;
}

/** More than are ever open at once; the eldest are forgotten, and have expired. */
const MOST = 5_000;

/** The logins that have begun and not ended. */
export class Transactions {
  readonly #open: LRUCache<string, Transaction>;

  constructor(clock: Clock, seconds: number) {
    this.#open = new LRUCache({ max: MOST, ttl: seconds * 1000, ttlResolution: 0, perf: clock });
  }

  begin(transaction: Omit<Transaction, 'state'>): Transaction {
    const begun = { ...transaction, state: randomBytes(24).toString('base64url') };
    this.#open.set(begun.state, begun);
    return begun;
  }

  /** The transaction of a state; `undefined` when there is none, or it has expired or ended. */
  find(state: unknown): Transaction | undefined {
    return typeof state === 'string' ? this.#open.get(state) : undefined;
  }

  /** Ends a transaction: its state is worth nothing from now on. */
  end({ state }: Transaction): void {
    this.#open.delete(state);
  }

  clear(): void {
    this.#open.clear();
  }
}
