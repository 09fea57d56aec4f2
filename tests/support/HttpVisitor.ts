import { createHash, randomBytes } from 'node:crypto';
import { CookieJar } from 'tough-cookie';
import { Agent, fetch, type RequestInit, type Response } from 'undici';
import type { Tenant } from '../../src/tenant/Tenant.ts';

/** A login transaction, as the page that was served for it knows it. */
export interface Begun {
  /** Of `/login`. */
  address: string;
  status: number;
  html: string;
  hosted: HostedConfig;
}

/** What tests read of a hosted config. */
export interface HostedConfig {
  clientID: string;
  internalOptions: { state: string; _csrf: string; [name: string]: unknown };
  extraParams: Record<string, unknown>;
  [field: string]: unknown;
}

/** Where applications are: a login that leads there has ended. */
const ENDS = ['/tenant/done', '/app'];

/** Somebody with cookies and no browser, who goes through a login step by step. */
export class HttpVisitor {
  readonly #tenant: Tenant;
  readonly #jar = new CookieJar();
  readonly #agent: Agent;

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    this.#agent = new Agent({ connect: { ca: tenant.certificate } });
  }

  /** One request, with the visitor's cookies; redirects are not followed. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.#tenant.origin).href;
    const response = await fetch(url, {
      redirect: 'manual',
      dispatcher: this.#agent,
      ...init,
      headers: { cookie: await this.#jar.getCookieString(url), ...(init.headers as Record<string, string>) },
    });
    for (const cookie of response.headers.getSetCookie()) await this.#jar.setCookie(cookie, url);
    return response;
  }

  /** A POST of JSON; returns status and body. */
  async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await this.request(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
    return { status: response.status, body: parse(await response.text()) };
  }

  /** Follows redirects from an address up to an answer that is none, or that leads to an application. */
  async follow(address: string): Promise<{ url: URL; response: Response }> {
    let url = new URL(address, this.#tenant.origin);
    for (let hop = 0; hop < 10; hop++) {
      const response = await this.request(url.href);
      const location = response.headers.get('location');
      if (location === null) return { url, response };
      url = new URL(location, url);
      if (ENDS.includes(url.pathname)) return { url, response };
    }
    throw new Error(`Too many redirects: ${url}`);
  }

  /** Opens an address that leads to the login page. */
  async begin(address: string): Promise<Begun> {
    const { url, response } = await this.follow(address);
    const html = await response.text();
    const encoded = /CONFIG:([\w+/=]+)/.exec(html)?.[1] ?? '';
    const hosted = encoded === '' ? {} : JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
    return { address: url.href, status: response.status, html, hosted: hosted as HostedConfig };
  }

  /** Ends a login with a code; returns where the browser ends up. */
  finish(begun: Begun, fields: Record<string, string>): Promise<{ url: URL; response: Response }> {
    const { state, _csrf } = begun.hosted.internalOptions;
    const query = new URLSearchParams({ state, _csrf, ...fields });
    return this.follow(`/passwordless/verify_redirect?${query}`);
  }

  close(): Promise<void> {
    return this.#agent.close();
  }
}

/** An answer that was JSON, or else the text. */
export interface Answer {
  status: number;
  body: unknown;
}

/** A page that is no more than its hosted config. */
export const BARE_PAGE =
  '<!DOCTYPE html><html><head><title>Log in</title></head><body>CONFIG:@@config@@</body></html>';

/** A PKCE pair (RFC 7636). */
export function pkce(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
