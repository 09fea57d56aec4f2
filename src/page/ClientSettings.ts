import type { Method } from './PageData.ts';

/** A connection that the application has enabled and passwordless Lock can show. */
export interface EnabledConnection {
  name: string;
  strategy: string;
  kind: Method | 'social';
}

/** What Auth0 says of the application, in the shape that Lock reads (`Auth0.setClient`). */
export interface ClientSettings {
  id: string;
  strategies: { name: string; connections: { name: string; display_name?: string }[] }[];
  [field: string]: unknown;
}
