import type { Visitor } from './Visitor.ts';

/** Writes to what outlives a page; the first is what was called. */
type Write = [what: string, ...given: string[]];

/** Everything that a page could give a visitor away by, from its first script on. */
export class Witness {
  /** Events of the page, in order. */
  readonly events: [name: string, detail: unknown][] = [];
  /** Events whose detail a listener could have changed, or that is more than data. */
  readonly loose: string[] = [];
  /** The console, at every level, with the address that a message is of. */
  readonly console: string[] = [];
  readonly requests: { url: string; body: string | null }[] = [];
  readonly #writes: Write[] = [];
  readonly #visitor: Visitor;

  private constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  static async of(visitor: Visitor): Promise<Witness> {
    const witness = new Witness(visitor);
    const { page } = visitor;
    page.on('console', (message) => witness.console.push(`${message.text()} ${message.location().url}`));
    page.on('pageerror', (error) => witness.console.push(String(error.stack)));
    page.on('request', (request) => witness.requests.push({ url: request.url(), body: request.postData() }));
    await page.exposeFunction('hear', (name: string, detail: unknown, isData: boolean) => {
      witness.events.push([name, detail]);
      if (!isData) witness.loose.push(name);
    });
    await page.exposeFunction('noteWrite', (...write: Write) => witness.#writes.push(write));
    await page.addInitScript(listen);
    await page.addInitScript(watchStorage);
    return witness;
  }

  /** What scripts have written, whether or not it is still there, and all that is there, cookies of any kind too. */
  async stored(): Promise<string[]> {
    const { page } = this.#visitor;
    const { cookies, origins } = await page.context().storageState({ indexedDB: true });
    // Without the times, in whose digits a code might stand by chance.
    const kept = [...cookies.map(({ name, value }) => `${name}=${value}`), JSON.stringify(origins)];
    const ofTab = await page.evaluate(() => [JSON.stringify(sessionStorage), window.name]);
    return [...this.#writes.map((it) => it.join(' ')), ...kept, ...ofTab];
  }

  /** Calls of what writes to a storage or a cookie. */
  get writes(): readonly Write[] {
    return this.#writes;
  }
}

/** Runs in the browser. */
function listen(): void {
  const { hear } = window as unknown as { hear: (name: string, detail: unknown, isData: boolean) => void };
  const names = ['ready', 'method-shown', 'method-changed', 'code-sent', 'code-accepted', 'error', 'failure'];
  const isFrozen = (value: unknown): boolean =>
    Object.isFrozen(value) &&
    (typeof value !== 'object' || value === null || Object.values(value).every(isFrozen));
  for (const name of names.map((it) => `loginpage:${it}`)) {
    document.addEventListener(name, (event) => {
      const { detail } = event as CustomEvent<object>;
      const isPlain = Object.getPrototypeOf(detail) === Object.prototype;
      hear(name, JSON.parse(JSON.stringify(detail)), isPlain && isFrozen(detail));
    });
  }
}

/** Runs in the browser. */
function watchStorage(): void {
  const { noteWrite } = window as unknown as { noteWrite: (...write: Write) => void };
  const watch = (owner: object, name: string, what: string) => {
    const original = Reflect.get(owner, name);
    Reflect.set(owner, name, function (this: unknown, ...given: unknown[]) {
      noteWrite(what, ...given.map(String));
      return original.apply(this, given);
    });
  };
  watch(Storage.prototype, 'setItem', 'setItem');
  watch(IDBFactory.prototype, 'open', 'indexedDB.open');
  watch(CacheStorage.prototype, 'open', 'caches.open');
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    ...cookie,
    set(this: Document, value: string) {
      noteWrite('document.cookie', value);
      cookie?.set?.call(this, value);
    },
  });
}
