import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../Clock.ts';

/** Auth0 keeps a login ticket for about as long as the redirect takes; a minute is plenty. */
const MILLISECONDS = 60_000;

/** Proofs that somebody has given the right code, for the `/authorize` that follows; each works once. */
export class Tickets {
  readonly #open: LRUCache<string, { userId: string; clientId: string }>;

  constructor(clock: Clock) {
    this.#open = new LRUCache({ max: 5_000, ttl: MILLISECONDS, ttlResolution: 0, perf: clock });
  }

  issue(userId: string, clientId: string): string {
    const ticket = randomBytes(24).toString('base64url');
    this.#open.set(ticket, { userId, clientId });
    return ticket;
  }

  /** The user of a ticket that was issued to this application, once. */
  redeem(ticket: string, clientId: string): string | null {
    const found = this.#open.get(ticket);
    if (found === undefined || found.clientId !== clientId) return null;
    this.#open.delete(ticket);
    return found.userId;
  }

  clear(): void {
    this.#open.clear();
  }
}
