import { authJsOfLock } from './authJsOfLock.ts';
import type { Library } from './Library.ts';

/** Auth0's CDN, old and new, and those that serve npm packages. */
const ADDRESSES: readonly (readonly [RegExp, Library['name']])[] = [
  [/\/js\/lock[/-](\d+(?:\.\d+){0,2})[/.]/, 'auth0-lock'],
  [/\/js\/auth0\/(\d+(?:\.\d+){0,2})\//, 'auth0-js'],
  [/\/w2\/auth0-(\d+(?:\.\d+){0,2})(?:\.min)?\.js/, 'auth0-js'],
  [/\/auth0-lock@(\d+(?:\.\d+){0,2})\//, 'auth0-lock'],
  [/\/auth0-js@(\d+(?:\.\d+){0,2})\//, 'auth0-js'],
];

/** The libraries that a page loads, by the addresses of its scripts; Lock brings an auth0-js of its own. */
export function librariesOfScripts(scripts: readonly string[]): Library[] {
  return scripts.flatMap((address) =>
    ADDRESSES.flatMap(([pattern, name]): Library[] => {
      const version = pattern.exec(address)?.[1];
      if (version === undefined) return [];
      const found = { name, version: newest(version) };
      return name === 'auth0-lock'
        ? [found, { name: 'auth0-js', version: authJsOfLock(found.version), orNewer: true }]
        : [found];
    }),
  );
}

/** A file of the CDN that names no patch, `11.30`, is that of the newest one. */
const newest = (version: string): string => [...version.split('.'), '999', '999'].slice(0, 3).join('.');
