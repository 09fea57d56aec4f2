import { randomBytes } from 'node:crypto';
import { type Fields, isFields } from '../data/merged.ts';

/**
 * The fields of an application, with each key that was sent registered: it gets an id, and is not told again.
 *
 * @param now - as `2026-01-31T12:00:00.000Z`
 */
export function withCredentials(fields: Fields, now: string): Record<string, unknown> {
  const { client_authentication_methods: methods, signed_request_object: signed } = fields;
  return {
    ...fields,
    ...(isFields(methods) && {
      client_authentication_methods: Object.fromEntries(
        Object.entries(methods).map(([name, method]) => [name, registered(method, now)]),
      ),
    }),
    ...(signed !== undefined && { signed_request_object: registered(signed, now) }),
  };
}

function registered(holder: unknown, now: string): unknown {
  if (!isFields(holder) || !Array.isArray(holder['credentials'])) return holder;
  const credentials = holder['credentials'].map((credential: unknown) => {
    if (!isFields(credential) || credential['id'] !== undefined) return credential;
    const { pem: _pem, ...told } = credential;
    return {
      id: `cred_${randomBytes(11).toString('hex')}`,
      ...(told['credential_type'] === 'public_key' && {
        kid: randomBytes(32).toString('base64url'),
        alg: 'RS256',
      }),
      ...told,
      created_at: now,
      updated_at: now,
    };
  });
  return { ...holder, credentials };
}
