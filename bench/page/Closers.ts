/** What was started and is to be ended, last first, whatever happens on the way. */
export class Closers {
  readonly #ends: (() => Promise<unknown>)[] = [];
  #closed = false;

  /**
   * @returns what was started
   * @throws Error when everything has been ended meanwhile, after ending this one too
   */
  async add<T>(starting: Promise<T>, end: (started: T) => Promise<unknown>): Promise<T> {
    const started = await starting;
    this.#ends.push(() => end(started));
    if (!this.#closed) return started;
    await this.close();
    throw new Error('Interrupted.');
  }

  /** Ends everything, even when one of the ends fails. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const end of this.#ends.splice(0).reverse()) {
      await end().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    }
  }
}
