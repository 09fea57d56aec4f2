import { LRUCache } from 'lru-cache';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Clock } from '../Clock.ts';
import type { TenantData } from '../data/TenantData.ts';
import { clientMetadata } from './clientMetadata.ts';

/** Of each kind (sessions, codes, tokens …); the eldest are forgotten first. */
const MOST = 5_000;

/**
 * Where oidc-provider keeps what it hands out: in memory, expiring by the tenant's clock. The same as its
 * own example, which holds a thousand entries of all kinds together and would lose logins under load.
 */
export class Store implements Adapter {
  readonly #entries: LRUCache<string, AdapterPayload>;
  readonly #clock: Clock;
  /** Keys of what belongs together: a grant's tokens, a session's one uid. */
  readonly #byGrant = new LRUCache<string, Set<string>>({ max: MOST });
  readonly #byUid = new LRUCache<string, string>({ max: MOST });

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#entries = new LRUCache({ max: MOST, ttlResolution: 0, perf: clock });
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    this.#entries.set(id, payload, expiresIn === undefined ? {} : { ttl: expiresIn * 1000 });
    if (payload.uid !== undefined) this.#byUid.set(payload.uid, id);
    if (payload.grantId === undefined) return;
    const ids = this.#byGrant.get(payload.grantId) ?? new Set();
    this.#byGrant.set(payload.grantId, ids.add(id));
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#entries.get(id);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const id = this.#byUid.get(uid);
    return id === undefined ? undefined : this.find(id);
  }

  /** Only for devices that log in elsewhere, which this tenant does not offer. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (entry !== undefined) entry.consumed = Math.floor(this.#clock.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.#entries.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const id of this.#byGrant.get(grantId) ?? []) this.#entries.delete(id);
    this.#byGrant.delete(grantId);
  }

  peek(id: string): AdapterPayload | undefined {
    return this.#entries.get(id);
  }

  clear(): void {
    for (const entries of [this.#entries, this.#byGrant, this.#byUid]) entries.clear();
  }
}

/** A refresh token that was rotated works on for as many seconds as its application's `refresh_token.leeway` says. */
class RefreshTokenStore extends Store {
  readonly #clock: Clock;
  readonly #data: TenantData;

  constructor(clock: Clock, data: TenantData) {
    super(clock);
    this.#clock = clock;
    this.#data = data;
  }

  override async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = await super.find(id);
    if (typeof entry?.consumed !== 'number') return entry;
    const { leeway = 0 } = this.#data.applications.get(String(entry.clientId))?.refresh_token ?? {};
    const { consumed, ...unused } = entry;
    return this.#clock.now() / 1000 < consumed + leeway ? unused : entry;
  }
}

/** Shows the tenant's applications to oidc-provider, as they are at the moment. */
class ApplicationStore extends Store {
  readonly #data: TenantData;

  constructor(clock: Clock, data: TenantData) {
    super(clock);
    this.#data = data;
  }

  override async find(id: string): Promise<AdapterPayload | undefined> {
    const application = this.#data.applications.get(id);
    return application === undefined ? undefined : clientMetadata(application);
  }
}

/** Everything that oidc-provider keeps, by kind. */
export class Stores {
  readonly #clock: Clock;
  readonly #data: TenantData;
  readonly #open = new Map<string, Store>();

  constructor(clock: Clock, data: TenantData) {
    this.#clock = clock;
    this.#data = data;
  }

  /** The store of a kind that oidc-provider names: `Client`, `Session`, `AccessToken` … */
  open(kind: string): Store {
    const store = this.#open.get(kind) ?? this.#make(kind);
    this.#open.set(kind, store);
    return store;
  }

  /** What is kept under an id of a kind. */
  peek(kind: string, id: string): AdapterPayload | undefined {
    return this.#open.get(kind)?.peek(id);
  }

  /** Ends every session of a browser, and makes every code and refresh token worthless. */
  clear(): void {
    for (const store of this.#open.values()) store.clear();
  }

  #make(kind: string): Store {
    if (kind === 'Client') return new ApplicationStore(this.#clock, this.#data);
    if (kind === 'RefreshToken') return new RefreshTokenStore(this.#clock, this.#data);
    return new Store(this.#clock);
  }
}
