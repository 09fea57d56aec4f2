import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '../../src/tenant/certificate.ts';
import { startConnectProxy } from './ConnectProxy.ts';

/** What the stand-in answers; ids in full. */
export interface TwilioState {
  sid: string;
  token: string;
  status: string;
  type: 'Full' | 'Trial';
  /** By number: whether it sends SMS. */
  numbers: Readonly<Record<string, boolean>>;
  /** By id: how many numbers, short codes and names it sends from. */
  services: Readonly<Record<string, readonly [numbers: number, shortCodes: number, names: number]>>;
  /** In place of any answer. */
  always?: { status: number; body: string };
}

/** A stand-in for Twilio's API on loopback, as far as the doctor asks: accounts, numbers, messaging services. */
export interface TwilioStandIn {
  /** `http://127.0.0.1:…`, for an http client that is pointed at it. */
  origin: string;
  /** Of a proxy that leads Twilio's hosts here, over TLS with `certificate`, and others where they are. */
  proxy: string;
  certificate: string;
  requests: string[];
  close(): Promise<void>;
}

export async function startTwilio(state: TwilioState): Promise<TwilioStandIn> {
  const requests: string[] = [];
  const handler = (request: IncomingMessage, response: ServerResponse) => {
    requests.push(`${request.method} ${request.url}`);
    const { status, body } = answer(state, request);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const certificate = await makeCertificate('*.twilio.com');
  const plain = createHttpServer(handler);
  const tls = createHttpsServer(certificate, handler);
  const servers: Server[] = [plain, tls];
  await Promise.all(servers.map((it) => new Promise<void>((done) => it.listen(0, '127.0.0.1', done))));
  const proxy = await startConnectProxy();
  proxy.rules = { lead: { 'api.twilio.com:443': portOf(tls), 'messaging.twilio.com:443': portOf(tls) } };
  return {
    origin: `http://127.0.0.1:${portOf(plain)}`,
    proxy: proxy.origin,
    certificate: certificate.cert,
    requests,
    close: async () => {
      await proxy.close();
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((it) => new Promise((done) => it.close(done))));
    },
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Shapes as the SDK reads them; errors by Twilio's numbers. */
function answer(
  state: TwilioState,
  { headers, url = '' }: IncomingMessage,
): { status: number; body: unknown } {
  if (state.always !== undefined) return state.always;
  const { pathname, searchParams } = new URL(url, 'http://x');
  const account = `/2010-04-01/Accounts/${state.sid}`;
  if (headers.authorization !== `Basic ${btoa(`${state.sid}:${state.token}`)}`)
    return refusal(401, 20003, 'Authenticate');
  if (pathname === `${account}.json`)
    return { status: 200, body: { sid: state.sid, status: state.status, type: state.type } };
  if (pathname === `${account}/IncomingPhoneNumbers.json`) {
    const wanted = searchParams.get('PhoneNumber') ?? '';
    const sms = state.numbers[wanted];
    const found = sms === undefined ? [] : [{ phone_number: wanted, capabilities: { sms, voice: true } }];
    return { status: 200, body: { incoming_phone_numbers: found, next_page_uri: null } };
  }
  const [, id = '', list] = /^\/v1\/Services\/([^/]+)(?:\/(\w+))?$/.exec(pathname) ?? [];
  const service = state.services[id];
  if (service === undefined) return refusal(404, 20404, `The requested resource ${pathname} was not found`);
  if (list === undefined) return { status: 200, body: { sid: id } };
  const lists = ['PhoneNumbers', 'ShortCodes', 'AlphaSenders'];
  const key = ['phone_numbers', 'short_codes', 'alpha_senders'][lists.indexOf(list)] ?? '';
  const items = Array.from({ length: service[lists.indexOf(list)] ?? 0 }, (_, at) => ({ sid: `PN${at}` }));
  return { status: 200, body: { [key]: items, meta: { key, next_page_url: null } } };
}

const refusal = (status: number, code: number, message: string) => ({
  status,
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
});
