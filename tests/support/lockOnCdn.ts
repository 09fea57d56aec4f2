import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts } from './paths.ts';

/** Where Lock is on Auth0's CDN, and what stands in for it there. */
export const LOCK_URL = 'https://cdn.auth0.com/js/lock/14.3.0/lock.min.js';
export const lockFile = {
  contentType: 'text/javascript',
  body: readFileSync(join(artifacts, 'cdn', 'lock.min.js'), 'utf8'),
};
