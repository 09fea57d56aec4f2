/** The tenant's time: the machine's, plus what a test has moved it. */
export class Clock {
  #ahead = 0;

  /** Milliseconds since 1970, as `Date.now()`. */
  now(): number {
    return Date.now() + this.#ahead;
  }

  /** Moves the time on; codes, login transactions, sessions and limits notice. */
  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }

  /** Back to the machine's time. */
  reset(): void {
    this.#ahead = 0;
  }
}
