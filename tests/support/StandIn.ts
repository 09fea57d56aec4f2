import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { certificate } from './certificate.ts';

/** A request that the page made, as the tests look at it. */
export interface Recorded {
  method: string;
  path: string;
  query: Record<string, string>;
  body: Record<string, unknown>;
}

export interface Strategy {
  name: string;
  connections: { name: string }[];
}

/** Strategies of an application, by short notation: `strategies('sms', 'email', 'google-oauth2')`. */
export function strategies(...names: string[]): Strategy[] {
  return names.map((name) => ({ name, connections: [{ name }] }));
}

/** What one page is served with. */
export interface Visit {
  /** Laid over the default hosted config; `undefined` takes a field out. */
  hosted?: Record<string, unknown>;
  /** What stands in place of the marker instead of the hosted config: any text, or the marker itself. */
  raw?: string;
  strategies?: Strategy[];
  /** Further query parameters of the page's address. */
  query?: string;
  html?: string;
}

type Answer = (request: Recorded, response: ServerResponse) => void;

const STATE = 'the-state';
const CSRF = 'the-csrf';
/** The code that every SMS and email holds. */
export const CODE = '123456';

/**
 * As much of an Auth0 tenant as a login page needs: it serves a page with the hosted config in place of
 * its marker, over HTTPS on the host that the config names, and answers what Lock asks for.
 */
export class StandIn {
  readonly requests: Recorded[] = [];
  /** Answers of a test's own, by path; they go before the usual ones. */
  readonly answers = new Map<string, Answer>();
  readonly #server: Server;
  readonly #visits: Visit[] = [];
  readonly #html: string;
  #started: { connection: unknown; to: unknown } | null = null;

  private constructor(server: Server, html: string) {
    this.#server = server;
    this.#html = html;
    server.on('request', (request, response) => void this.#respond(request, response));
  }

  static async start(html: string): Promise<StandIn> {
    const server = createServer(await certificate());
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new StandIn(server, html);
  }

  get host(): string {
    return `localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  get origin(): string {
    return `https://${this.host}`;
  }

  /** The address of a login page, as `/authorize` would lead to it. */
  address(visit: Visit = {}): string {
    const number = this.#visits.push(visit) - 1;
    return `${this.origin}/login?state=${STATE}&client=client${number}${visit.query ?? ''}`;
  }

  /** Requests of one path, in order. */
  sent(path: string): Recorded[] {
    return this.requests.filter((request) => request.path === path);
  }

  /** Forgets what a test has left. */
  reset(): void {
    this.requests.length = 0;
    this.answers.clear();
    this.#started = null;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  hostedConfig(clientID: string, overrides: Record<string, unknown> = {}): Record<string, unknown> {
    const config: Record<string, unknown> = {
      clientID,
      auth0Domain: this.host,
      auth0Tenant: 'acme',
      callbackURL: `${this.origin}/callback`,
      callbackOnLocationHash: false,
      clientConfigurationBaseUrl: `${this.origin}/`,
      assetsUrl: '',
      icon: '',
      dict: { signin: { title: 'Sample app' } },
      colors: {},
      isThirdPartyClient: false,
      authorizationServer: { url: `${this.origin}`, issuer: `${this.origin}/` },
      extraParams: {},
      prompt: '',
      ...overrides,
    };
    config['internalOptions'] = {
      protocol: 'oauth2',
      response_type: 'code',
      scope: 'openid profile email',
      _csrf: CSRF,
      _intstate: 'deprecated',
      state: STATE,
      ...(overrides['internalOptions'] as object | undefined),
    };
    return JSON.parse(JSON.stringify(config)) as Record<string, unknown>;
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.origin);
    const recorded: Recorded = {
      method: request.method ?? '',
      path: pathname,
      query: Object.fromEntries(searchParams),
      body: await readBody(request),
    };
    this.requests.push(recorded);
    const answer = this.answers.get(pathname) ?? this.#answer(pathname);
    answer(recorded, response);
  }

  #answer(path: string): Answer {
    const client = /^\/client\/client(\d+)\.js$/.exec(path)?.[1];
    if (client !== undefined) return (_request, response) => this.#clientSettings(Number(client), response);
    switch (path) {
      case '/login':
        return ({ query }, response) => this.#page(query['client'] ?? '', response);
      case '/user/geoloc/country':
        return (_request, response) => json(response, 200, { country_code: 'AU', country_name: 'Australia' });
      case '/user/ssodata':
        return (_request, response) => json(response, 200, { sso: false });
      case '/usernamepassword/challenge':
      case '/passwordless/challenge':
        return (_request, response) => json(response, 200, { required: false });
      case '/passwordless/start':
        return (request, response) => this.#start(request, response);
      case '/passwordless/verify':
        return (request, response) => this.#verify(request, response);
      case '/passwordless/verify_redirect':
        return ({ query }, response) => this.#redirect(query, response);
      case '/callback':
        return (_request, response) =>
          html(response, '<!DOCTYPE html><title>Callback</title><h1>Logged in</h1>');
      default:
        return (_request, response) => json(response, 404, { error: 'not_found', path });
    }
  }

  #page(client: string, response: ServerResponse): void {
    const visit = this.#visits[Number(client.replace('client', ''))] ?? {};
    const text =
      visit.raw ??
      Buffer.from(JSON.stringify(this.hostedConfig(client, visit.hosted)), 'utf8').toString('base64');
    html(response, (visit.html ?? this.#html).split('@@config@@').join(text));
  }

  #clientSettings(visit: number, response: ServerResponse): void {
    const settings = {
      id: `client${visit}`,
      tenant: 'acme',
      subscription: 'enterprise',
      strategies: this.#visits[visit]?.strategies ?? strategies('email', 'sms'),
    };
    response.setHeader('content-type', 'text/javascript; charset=utf-8');
    response.end(`Auth0.setClient(${JSON.stringify(settings)});`);
  }

  #start({ body }: Recorded, response: ServerResponse): void {
    const to = body['phone_number'] ?? body['email'];
    if (typeof to !== 'string') {
      return json(response, 400, {
        error: 'bad.request',
        error_description: 'missing phone_number or email',
      });
    }
    this.#started = { connection: body['connection'], to };
    json(response, 200, { _id: 'id' });
  }

  #verify({ body }: Recorded, response: ServerResponse): void {
    if (this.#isRight(body)) return json(response, 200, {});
    json(response, 401, { error: 'invalid_user_password', error_description: 'Wrong phone number or code.' });
  }

  #redirect(query: Record<string, string>, response: ServerResponse): void {
    if (!this.#isRight(query) || query['state'] !== STATE || query['_csrf'] !== CSRF) {
      return json(response, 400, { error: 'invalid_request', error_description: 'Invalid state' });
    }
    response.writeHead(302, { location: `${query['redirect_uri']}?code=the-code&state=app` }).end();
  }

  #isRight(params: Record<string, unknown>): boolean {
    const to = params['phone_number'] ?? params['email'];
    const { connection, to: expected } = this.#started ?? {};
    return params['verification_code'] === CODE && params['connection'] === connection && to === expected;
  }
}

/** Answers with JSON. */
export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function html(response: ServerResponse, body: string): void {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(body);
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return {};
  if (request.headers['content-type']?.includes('json') === true) {
    return JSON.parse(text) as Record<string, unknown>;
  }
  return Object.fromEntries(new URLSearchParams(text));
}
