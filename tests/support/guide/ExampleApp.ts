import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { makeCertificate } from '../../../src/tenant/certificate.ts';
import { root } from '../paths.ts';

/** A server on loopback of the application that a guide writes: its page, and its script as `app.js`. */
export class ExampleApp {
  readonly origin: string;
  readonly #server: Server;
  #html = '';
  #script = '';

  private constructor(server: Server) {
    this.#server = server;
    this.origin = `https://localhost:${(server.address() as AddressInfo).port}`;
    server.on('request', ({ url }, response) => {
      const isScript = url === '/app.js';
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
      response.end(isScript ? this.#script : this.#html);
    });
  }

  static async start(): Promise<ExampleApp> {
    const server = createServer(await makeCertificate());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new ExampleApp(server);
  }

  /** What it serves from now on; `js` is bundled with the packages of this project. */
  async write(html: string, js: string): Promise<void> {
    const { outputFiles } = await build({
      stdin: { contents: js, resolveDir: root, sourcefile: 'app.js' },
      ...{ bundle: true, write: false, format: 'esm', target: 'es2022' },
    });
    this.#html = html;
    this.#script = outputFiles[0]?.text ?? '';
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
