import type { ParameterizedContext } from 'koa';

/** What the first steps of a request leave for the later ones. */
export interface TenantState {
  /** The body's bytes; empty when there is none. */
  raw: Buffer;
  /** The body's fields, JSON or form; empty when there are none. */
  body: Record<string, unknown>;
  /** Whether there is a body that cannot be read as what it claims to be. */
  malformed: boolean;
  /** The application that the request is about, as far as it tells. */
  clientId: string | null;
}

/** A request and its answer. */
export type TenantContext = ParameterizedContext<TenantState>;
