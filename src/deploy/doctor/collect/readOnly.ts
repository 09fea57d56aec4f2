/**
 * A `fetch` that reads and cannot do anything else, whoever calls it: GET, and the one POST that every token
 * costs.
 */
export function readOnly(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const method = (init?.method ?? 'GET').toUpperCase();
    const isToken = method === 'POST' && String(input).endsWith('/oauth/token');
    if (method !== 'GET' && !isToken) throw new Error(`The doctor only reads: ${method} was not sent.`);
    return fetch(input, init);
  };
}
