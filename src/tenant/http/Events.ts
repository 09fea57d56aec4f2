import type { ServerResponse } from 'node:http';

/** Something that open pages hear of. */
export type TenantEvent =
  | { type: 'outbox' }
  | { type: 'page'; build: number }
  | { type: 'problem'; message: string };

/** Tells open pages what happens, by server-sent events. */
export class Events {
  readonly #listeners = new Set<ServerResponse>();

  /** Answers a request with a stream that ends when the visitor leaves or the tenant closes. */
  listen(response: ServerResponse, first: readonly TenantEvent[]): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    // Also tells the browser how soon to come back when the tenant is started anew.
    response.write('retry: 500\n\n');
    for (const event of first) send(response, event);
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  }

  tell(event: TenantEvent): void {
    for (const response of this.#listeners) send(response, event);
  }

  close(): void {
    for (const response of this.#listeners) response.end();
    // They are closed only in a while: what happens until then must not be written to them.
    this.#listeners.clear();
  }
}

function send(response: ServerResponse, event: TenantEvent): void {
  response.write(`data: ${JSON.stringify(event)}\n\n`);
}
