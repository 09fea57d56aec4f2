import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Somebody who has logged in, or has been blocked. */
export interface User {
  /** `sms|…` or `email|…`. */
  user_id: string;
  /** Name of the connection. */
  connection: string;
  /** The phone number or address. */
  identifier: string;
  blocked: boolean;
  /** Milliseconds since 1970. */
  updatedAt: number;
}

/** Enough for any test; the eldest are forgotten first. */
const MOST = 10_000;

/** The users of a tenant, by connection and phone number or address. */
export class Users {
  readonly #byId = new LRUCache<string, User>({ max: MOST });

  /** The user of a number or address, or `undefined`. */
  find(connection: string, identifier: string): User | undefined {
    return this.#byId.get(userId(connection, identifier));
  }

  byId(id: string): User | undefined {
    return this.#byId.get(id);
  }

  /** Finds or makes a user. */
  ensure(connection: string, identifier: string, now: number): User {
    const known = this.find(connection, identifier);
    if (known !== undefined) return known;
    const user_id = userId(connection, identifier);
    const user: User = { user_id, connection, identifier, blocked: false, updatedAt: now };
    this.#byId.set(user_id, user);
    return user;
  }

  /** Blocks a user, who need not have logged in before, or lets them in again. */
  block(connection: string, identifier: string, blocked = true): void {
    this.ensure(connection, identifier, Date.now()).blocked = blocked;
  }

  clear(): void {
    this.#byId.clear();
  }
}

/** The same for the same person in every tenant, so that tests can name it. Email is compared in lower case. */
function userId(connection: string, identifier: string): string {
  const hash = createHash('sha256').update(`${connection}|${identifier.toLowerCase()}`).digest('hex');
  return `${connection}|${hash.slice(0, 24)}`;
}
