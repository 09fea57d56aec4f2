/** A request as the browser saw it; milliseconds are from when it asked for the page. */
export interface LoggedRequest {
  url: string;
  method: string;
  startMs: number;
  /**
   * `null` when no answer has begun. When the page heard of it, which may be after the end where it was busy:
   * the network's own times leave the emulated latency out.
   */
  firstByteMs: number | null;
  /** `null` when it has not ended. */
  endMs: number | null;
  /** Over the wire, headers included. */
  bytes: number;
  status: number | null;
  /** Answered by the browser's own cache. */
  cached: boolean;
  /** Why it failed, or `null`. */
  failure: string | null;
}
