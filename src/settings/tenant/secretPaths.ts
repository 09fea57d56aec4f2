import { isPlainObject } from '../isPlainObject.ts';
import { isSecretKey } from './isSecretKey.ts';
import { looksSecret } from './looksSecret.ts';

/**
 * Where in the value of `tenant` a credential seems to stand, by its shape or by the key that it stands under.
 *
 * @returns paths such as `tenant.sms.twilio_token`
 */
export function secretPaths(value: unknown, path = 'tenant'): string[] {
  // Deeper than any key; what holds itself never ends.
  if (path.split('.').length > 10) return [];
  if (typeof value === 'string') return looksSecret(value) && !isApplication(path, value) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => secretPaths(item, `${path}.${index}`));
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    typeof item === 'string' && isSecretKey(key) ? [`${path}.${key}`] : secretPaths(item, `${path}.${key}`),
  );
}

/** A client id is public, and may consist of 32 hexadecimal digits, as Twilio's tokens do. */
const isApplication = (path: string, value: string): boolean =>
  path.startsWith('tenant.applications.') && /^[0-9a-z]{32}$/i.test(value);
