import type { IncomingMessage } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import type { Tenant } from '../../src/tenant/Tenant.ts';

/** The local tenant, where the servers of the bench ask it themselves: under its name, on loopback. */
export class Upstream {
  readonly host: string;
  readonly #options: RequestOptions;

  constructor({ host, certificate }: Pick<Tenant, 'host' | 'certificate'>) {
    this.host = host;
    const { hostname, port } = new URL(`https://${host}`);
    this.#options = { host: '127.0.0.1', port, servername: hostname, ca: certificate };
  }

  /**
   * @param body - written to the request by the caller; default: none
   * @returns the answer, when it begins
   */
  send(
    { method = 'GET', path, headers = {} }: Pick<RequestOptions, 'method' | 'path' | 'headers'>,
    body: NodeJS.ReadableStream | null = null,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const sent = request({ ...this.#options, method, path, headers: { ...headers, host: this.host } });
      sent.on('error', reject);
      sent.on('response', resolve);
      if (body === null) sent.end();
      else body.pipe(sent);
    });
  }
}
