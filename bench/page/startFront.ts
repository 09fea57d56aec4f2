import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Certificate } from '../../src/tenant/certificate.ts';
import { LocalServer } from './LocalServer.ts';
import type { Upstream } from './Upstream.ts';

/** What servers compress while they answer: zlib's own default, as nearly all of them. */
const LEVEL = 6;
const TEXT = /^(?:text\/|application\/(?:javascript|json))/;

/**
 * Stands before the local tenant and compresses what it answers, which Auth0 does and the tenant does not.
 * Everything else goes through as it is.
 */
export function startFront(certificate: Certificate, upstream: Upstream): Promise<LocalServer> {
  return LocalServer.start(certificate, async (request, response) => {
    const { method, url: path, headers } = request;
    const answer = await upstream.send(
      { path, headers, ...(method !== undefined && { method }) },
      method === 'GET' ? null : request,
    );
    const status = answer.statusCode ?? 502;
    const { 'content-length': length, connection: _hop, ...rest } = answer.headers;
    if (TEXT.test(rest['content-type'] ?? '') && status === 200) {
      response.writeHead(status, { ...rest, 'content-encoding': 'gzip', vary: 'accept-encoding' });
      await pipeline(answer, createGzip({ level: LEVEL }), response);
      return;
    }
    response.writeHead(status, { ...rest, ...(length !== undefined && { 'content-length': length }) });
    await pipeline(answer, response);
  });
}
