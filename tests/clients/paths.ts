import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with the client libraries, and with the applications that log in by them. */
export const clients = dirname(fileURLToPath(import.meta.url));
