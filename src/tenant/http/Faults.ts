import { concerns, type Fault } from './Fault.ts';

/** The faults that are on, for the whole tenant. Those set later go before those set earlier. */
export class Faults {
  #faults: { fault: Fault; left: number }[] = [];
  #cleared: (() => void)[] = [];

  /** Turns faults on, beside those that are on. */
  set(...faults: readonly Fault[]): void {
    this.#faults.unshift(
      ...faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY })),
    );
  }

  /** Turns all faults off; requests that hang are answered now. */
  clear(): void {
    this.#faults = [];
    for (const release of this.#cleared.splice(0)) release();
  }

  /** The fault that a request meets, counted as met; `null` when there is none. */
  meet(path: string, method: string): Fault | null {
    const met = this.#faults.find(({ fault, left }) => left > 0 && concerns(fault, path, method));
    if (met === undefined) return null;
    met.left--;
    return met.fault;
  }

  /** Resolves once the faults are cleared. */
  cleared(): Promise<void> {
    return new Promise((resolve) => this.#cleared.push(resolve));
  }
}
