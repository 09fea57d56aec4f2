import type { CDPSession } from 'playwright-core';
import type { LoggedRequest } from './LoggedRequest.ts';

/** Keeps what the browser tells of a page's requests. Its times begin with the first, which is the page. */
export class RequestLog {
  readonly #requests = new Map<string, LoggedRequest>();
  /** Seconds of the browser's monotonic clock. */
  #origin: number | null = null;

  constructor(cdp: CDPSession) {
    cdp.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
      if (!request.url.startsWith('https:')) return;
      this.#origin ??= timestamp;
      this.#requests.set(requestId, {
        url: request.url,
        method: request.method,
        startMs: this.#since(timestamp),
        firstByteMs: null,
        endMs: null,
        bytes: 0,
        status: null,
        cached: false,
        failure: null,
      });
    });
    cdp.on('Network.requestServedFromCache', ({ requestId }) => this.#note(requestId, { cached: true }));
    cdp.on('Network.responseReceived', ({ requestId, response, timestamp }) =>
      this.#note(requestId, {
        firstByteMs: this.#since(timestamp),
        status: response.status,
        ...(response.fromDiskCache === true && { cached: true }),
      }),
    );
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) =>
      this.#note(requestId, { endMs: this.#since(timestamp), bytes: encodedDataLength }),
    );
    cdp.on('Network.loadingFailed', ({ requestId, errorText, timestamp }) =>
      this.#note(requestId, { endMs: this.#since(timestamp), failure: errorText }),
    );
  }

  /** All requests so far, eldest first. */
  get requests(): LoggedRequest[] {
    return [...this.#requests.values()];
  }

  #since(timestamp: number): number {
    return (timestamp - (this.#origin ?? timestamp)) * 1000;
  }

  #note(requestId: string, what: Partial<LoggedRequest>): void {
    const request = this.#requests.get(requestId);
    if (request !== undefined) Object.assign(request, what);
  }
}
