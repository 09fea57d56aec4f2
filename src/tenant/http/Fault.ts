/** Something that goes wrong at an endpoint. */
export interface Fault {
  /** Path of the endpoint; `*` stands for any characters: `/passwordless/start`, `/client/*`. */
  path: string;
  /** `PATCH`; default: any. */
  method?: string;
  /** Milliseconds before the answer. */
  delay?: number;
  /**
   * What happens in place of the usual answer: a status and a body (an object is sent as JSON), a reset of
   * the connection before anything is done (`reset`) or after all of it (`cut`: only the answer is lost), or
   * no answer at all until the fault is cleared, which is then the usual one. Without it, the answer is the
   * usual one.
   */
  answer?: { status: number; body?: string | object; type?: string } | 'reset' | 'cut' | 'hang';
  /** Of how many requests; default: all. */
  times?: number;
}

/** Whether a fault is one of such a request. */
export function concerns({ path, method }: Fault, requested: string, by: string): boolean {
  if (method !== undefined && method !== by) return false;
  const pattern = path
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${pattern}$`).test(requested);
}
