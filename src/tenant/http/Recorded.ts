/** A request that the tenant received, as tests look at it. */
export interface Recorded {
  method: string;
  path: string;
  query: Record<string, string>;
  /** JSON or form fields; empty when there was none, or none that could be read. */
  body: Record<string, unknown>;
  headers: Record<string, string | string[] | undefined>;
  /** Status of the answer; 0 until there is one. */
  status: number;
}
