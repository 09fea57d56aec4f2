import { MalformedAnswer } from './MalformedAnswer.ts';
import { Pace } from './Pace.ts';
import { sleep } from './sleep.ts';

/** How long to wait, and for what; times in milliseconds. */
export interface Patience {
  /** Of one try, its body included. */
  timeLimit: number;
  /** Of all waits for the rate limit together, of one request. */
  longestWait: number;
  /** Hears of each wait for the rate limit. */
  onWait?: (milliseconds: number) => void;
}

/** A bulk deploy meets the limit again and again: ten minutes of waiting are not a failure. */
export const PATIENCE: Patience = { timeLimit: 60_000, longestWait: 600_000 };

/** Auth0 and what stands before it, when they are short of breath. */
const PASSING = [502, 503, 504];
const MORE_TRIES = 2;
const LONGEST_PAUSE = 60_000;

/**
 * A `fetch` for the Management API: each try has a time limit, up to the last byte of the answer; a rate
 * limit holds all requests back together until the time that its headers name; what only reads is tried
 * again when the connection breaks, or the server is unwell for a moment. A write is not: whether it has
 * arrived must be looked up.
 *
 * The `auth0` SDK retries by itself, each request on its own: several at once would meet the limit again
 * together, and its time limit ends with the headers.
 */
export function patientFetch(fetch: typeof globalThis.fetch, patience: Patience): typeof globalThis.fetch {
  const pace = new Pace();
  const oneTry = async (input: string | URL | Request, init: RequestInit | undefined) => {
    await pace.turn();
    const signal = AbortSignal.timeout(patience.timeLimit);
    const response = await whole(await fetch(input, { ...init, signal }));
    pace.answered(number(response.headers, 'x-ratelimit-remaining'));
    return response;
  };

  return async (input, init) => {
    const onlyReads = (init?.method ?? 'GET') === 'GET' || String(input).endsWith('/oauth/token');
    let waited = 0;
    let triesLeft = onlyReads ? MORE_TRIES : 0;
    for (let limited = 0; ; ) {
      const response = await oneTry(input, init).catch(async (error: unknown) => {
        if (triesLeft === 0 || !isBroken(error)) throw error;
        return null;
      });
      if (response?.status === 429) {
        const wait = Math.min(retryWait(response.headers, limited++), LONGEST_PAUSE);
        if (waited + wait > patience.longestWait) return response;
        waited += wait;
        pace.refused(wait);
        patience.onWait?.(wait);
      } else if (response === null || (PASSING.includes(response.status) && triesLeft > 0)) {
        await sleep(500 * 2 ** (MORE_TRIES - triesLeft--));
      } else {
        return response;
      }
    }
  };
}

/** The whole answer, read; a success that is not JSON, and not empty, is none. */
async function whole(response: Response): Promise<Response> {
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  const text = await response.text();
  if (text === '') return new Response(null, { status, statusText, headers });
  if (!isJson(text)) {
    if (response.ok) throw new MalformedAnswer(/^\s*</.test(text) ? 'HTML' : 'no JSON');
    // So that the SDK hands on an error's text as it is, with its status.
    headers.set('content-type', 'text/plain');
  }
  return new Response(text, { status, statusText, headers });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Cut or refused by the network; neither a time limit nor a certificate, which would be the same again. */
function isBroken(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: string } };
  return ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'EAI_AGAIN'].includes(cause?.code ?? '');
}

/** Milliseconds that a refusal asks for, by either of the headers that Auth0 sends. */
function retryWait(headers: Headers, refusals: number): number {
  const seconds = number(headers, 'retry-after') ?? 0;
  if (seconds > 0) return seconds * 1_000;
  // A time, in seconds since 1970.
  const reset = (number(headers, 'x-ratelimit-reset') ?? 0) * 1_000 - Date.now();
  return reset > 0 ? reset : 1_000 * 2 ** Math.min(refusals, 6);
}

function number(headers: Headers, name: string): number | null {
  const text = headers.get(name);
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
