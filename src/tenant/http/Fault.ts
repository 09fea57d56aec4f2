/** Something that goes wrong at an endpoint. */
export interface Fault {
  /** Path of the endpoint; `*` stands for any characters: `/passwordless/start`, `/client/*`. */
  path: string;
  /** Milliseconds before the answer. */
  delay?: number;
  /**
   * What happens in place of the usual answer: a status and a body (an object is sent as JSON), a reset of
   * the connection, or no answer at all until the fault is cleared, which is then the usual one. Without
   * it, the answer is the usual one.
   */
  answer?: { status: number; body?: string | object; type?: string } | 'reset' | 'hang';
  /** Of how many requests; default: all. */
  times?: number;
}

/** Whether a fault is one of this path. */
export function concerns({ path }: Fault, requested: string): boolean {
  const pattern = path
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${pattern}$`).test(requested);
}
