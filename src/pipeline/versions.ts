import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The installed version of a package that the page is made from. */
export function installedVersion(name: 'auth0-lock' | 'auth0-js' | 'preact' | 'react'): string {
  return (require(`${name}/package.json`) as { version: string }).version;
}
