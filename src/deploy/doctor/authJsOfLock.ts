import { compareVersions } from './compareVersions.ts';

/** The auth0-js that a Lock brings, by the first Lock that has it (`package.json` by tag, auth0/lock). */
const BROUGHT: readonly (readonly [lock: string, authJs: string])[] = [
  ['15.0.0', '10.0.0'],
  ['14.2.1', '9.29.0'],
  ['13.0.0', '9.27.0'],
  ['12.0.0', '9.20.0'],
  ['11.35.0', '9.20.0'],
  ['11.30.1', '9.16.2'],
  ['11.24.4', '9.13.3'],
  ['11.3.0', '9.3.0'],
  ['11.0.0', '9.0.0'],
  ['10.24.2', '8.12.1'],
  ['10.24.0', '8.11.1'],
  ['10.9.0', '8.0.4'],
  ['0.0.0', '7.0.3'],
];

/** The oldest auth0-js that a Lock of the CDN can hold: which one it was made with, the file does not say. */
export function authJsOfLock(version: string): string {
  const [, authJs = '7.0.3'] = BROUGHT.find(([lock]) => compareVersions(version, lock) >= 0) ?? [];
  return authJs;
}
