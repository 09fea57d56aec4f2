import { sleep } from './sleep.ts';

/** Requests that a tenant has left, below which the pace slows down: what is under way at a time. */
const FEW_LEFT = 6;
/** Fewer still: slower than the bucket is filled. */
const HARDLY_ANY = 3;
/** Milliseconds between two requests, where nothing is known yet, and at most. */
const FIRST_MS = 100;
const SLOWEST_MS = 2_000;
/** Milliseconds over which the filling of the bucket is measured. */
const MEASURED_MS = 1_000;

/**
 * Keeps requests as far apart as a tenant's rate limit asks for. Auth0's limit is a bucket that is filled all
 * the time, at a rate that no header tells; so the rate is measured by what the headers say is left in it, and
 * requests slow down to that rate before it is empty.
 */
export class Pace {
  #intervalMs = 0;
  #nextAt = 0;
  #heldUntil = 0;
  /** Milliseconds in which the bucket gets one request back. */
  #refillMs = FIRST_MS;
  #measured: { since: number; left: number; requests: number } | null = null;

  /** Resolves when a request may begin. */
  async turn(): Promise<void> {
    const at = Math.max(Date.now(), this.#nextAt);
    this.#nextAt = at + this.#intervalMs;
    // A hold that comes meanwhile is for those that wait, too.
    const wait = () => Math.max(at, this.#heldUntil) - Date.now();
    for (let rest = wait(); rest > 0; rest = wait()) await sleep(rest);
  }

  /** @param left - requests that the tenant would take now; `null` where it does not say */
  answered(left: number | null): void {
    if (left === null) return;
    this.#measure(left);
    if (left >= FEW_LEFT) this.#intervalMs = 0;
    else this.#intervalMs = Math.min(SLOWEST_MS, this.#refillMs * (left < HARDLY_ANY ? 1.3 : 1));
  }

  /** Begins no request for a time. */
  refused(waitMs: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, Date.now() + waitMs);
    this.#measured = null;
  }

  #measure(left: number): void {
    const now = Date.now();
    const { since, left: before, requests } = this.#measured ?? { since: now, left, requests: -1 };
    const filled = left - before + requests + 1;
    if (now - since < MEASURED_MS) {
      this.#measured = { since, left: before, requests: requests + 1 };
      return;
    }
    // Nothing comes back where a window is counted down: then it is not a matter of pace.
    if (filled > 0) this.#refillMs = (now - since) / filled;
    this.#measured = { since: now, left, requests: 0 };
  }
}
