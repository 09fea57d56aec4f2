import { isPlainObject } from '../../settings/isPlainObject.ts';
import type { ConnectionOptions } from './WantedConnection.ts';

/** The paths of all values in a connection's options: `template`, `totp.length` … */
export function optionPaths(options: ConnectionOptions): string[] {
  return Object.entries(options).flatMap(([key, value]) =>
    isPlainObject(value) ? optionPaths(value).map((inner) => `${key}.${inner}`) : [key],
  );
}
