import { RESOURCES } from '../management/requiredScope.ts';

/** Everything that a machine may ask of the Management API, and what an API of one's own may call its own. */
export const API_SCOPES = [...new Set([...RESOURCES.map(([, resource]) => resource), 'client_keys', 'users'])]
  .flatMap((what) => ['read', 'create', 'update', 'delete'].map((verb) => `${verb}:${what}`))
  .join(' ');
