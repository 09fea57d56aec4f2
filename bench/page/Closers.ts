/** What was started and is to be ended, last first, whatever happens on the way. */
export class Closers {
  readonly #ends: (() => Promise<unknown>)[] = [];

  add<T>(started: T, end: (started: T) => Promise<unknown>): T {
    this.#ends.push(() => end(started));
    return started;
  }

  /** Ends everything, even when one of the ends fails. */
  async close(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) {
      await end().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    }
  }
}
