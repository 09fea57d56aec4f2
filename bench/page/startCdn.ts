import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import type { Certificate } from '../../src/tenant/certificate.ts';
import { LocalServer } from './LocalServer.ts';
import { LOCK_PATH } from './stockPage.ts';
import type { Upstream } from './Upstream.ts';

interface Stored {
  body: Buffer;
  headers: Readonly<Record<string, string>>;
}

/** The smallest PNG, in place of Auth0's badge, which weighs some kilobytes and holds nothing up. */
const BADGE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const IMMUTABLE = 'public,max-age=31536000,immutable';
/** Client settings change with the dashboard. Lock and our page ask for them past any cache anyhow. */
const FRESH = 'no-cache';
const FROM_TENANT = /^\/(?:client|tenants\/v1|js\/lock\/[^/]+)\/[^/]+\.js$/;

/**
 * Stands in for `cdn.auth0.com`: Lock, its dictionaries, the client settings, and the badge that Lock shows
 * where there is no logo. Everything is compressed once, before it is asked for again, as a CDN does.
 *
 * @param lock - the text of `lock.min.js`
 */
export function startCdn(certificate: Certificate, upstream: Upstream, lock: string): Promise<LocalServer> {
  const files = new Map<string, Stored>([
    [LOCK_PATH, script(Buffer.from(lock), IMMUTABLE)],
    [
      '/styleguide/components/1.0.8/media/logos/img/badge.png',
      { body: BADGE, headers: { 'content-type': 'image/png', 'cache-control': IMMUTABLE } },
    ],
  ]);
  return LocalServer.start(certificate, async ({ url = '' }, response) => {
    const path = url.replace(/\?.*$/, '');
    const file = files.get(path) ?? (FROM_TENANT.test(path) ? await fromTenant(upstream, path) : null);
    if (file === null) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    files.set(path, file);
    response.writeHead(200, { ...file.headers, 'content-length': file.body.length }).end(file.body);
  });
}

async function fromTenant(upstream: Upstream, path: string): Promise<Stored | null> {
  const answer = await upstream.send({ path });
  const body = await buffer(answer);
  if (answer.statusCode !== 200) return null;
  return script(body, path.startsWith('/js/') ? IMMUTABLE : FRESH);
}

function script(text: Buffer, cacheControl: string): Stored {
  return {
    body: gzipSync(text, { level: 9 }),
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'gzip',
      'cache-control': cacheControl,
      vary: 'accept-encoding',
    },
  };
}
