/** Something that is made once, and again only when one of its sources has changed; a failure is not kept. */
export class Kept<T> {
  readonly #make: () => Promise<T>;
  readonly #isSource: (path: string, value: T) => boolean;
  #made: { value: T } | null = null;

  /** @param isSource - whether the file at an absolute path is one of the sources of a value */
  constructor(make: () => Promise<T>, isSource: (path: string, value: T) => boolean) {
    this.#make = make;
    this.#isSource = isSource;
  }

  async get(): Promise<T> {
    this.#made ??= { value: await this.#make() };
    return this.#made.value;
  }

  /** Forgets the value when one of the changed files is a source of it. */
  invalidate(changed: readonly string[]): void {
    const made = this.#made;
    if (made !== null && changed.some((path) => this.#isSource(path, made.value))) this.#made = null;
  }
}
