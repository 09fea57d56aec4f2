import { Agent, fetch } from 'undici';

/** A `fetch` that trusts a certificate, as Node's own does one of `NODE_EXTRA_CA_CERTS`. */
export function trustingFetch(certificate: string): typeof globalThis.fetch {
  const dispatcher = new Agent({ connect: { ca: certificate } });
  const trusting = (input: string, init: object) => fetch(input, { ...init, dispatcher });
  // undici's own types, of the same things.
  return trusting as unknown as typeof globalThis.fetch;
}
