import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { UserError } from '../settings/UserError.ts';
import { Clock } from './Clock.ts';
import { makeCertificate } from './certificate.ts';
import { addDefaults } from './data/addDefaults.ts';
import { GLOBAL_CLIENT, TenantData, WHOLE_PLAN } from './data/TenantData.ts';
import { Events } from './http/Events.ts';
import { Faults } from './http/Faults.ts';
import { makeApp } from './http/makeApp.ts';
import type { Recorded } from './http/Recorded.ts';
import { DEFAULT_LIMITS } from './Limits.ts';
import { Tickets } from './login/Tickets.ts';
import { Transactions } from './login/Transactions.ts';
import { makeProvider } from './oidc/makeProvider.ts';
import { PushedRequests } from './oidc/PushedRequests.ts';
import { makeSigningKey } from './oidc/SigningKey.ts';
import { Stores } from './oidc/Store.ts';
import { Outbox } from './outbox/Outbox.ts';
import type { PageSource } from './PageSource.ts';
import type { Parts } from './Parts.ts';
import { Captchas } from './passwordless/Captchas.ts';
import { Codes } from './passwordless/Codes.ts';
import { StartLimit } from './passwordless/StartLimit.ts';
import { ScenarioSet } from './scenarios/ScenarioSet.ts';
import type { Tenant } from './Tenant.ts';
import type { TenantOptions } from './TenantOptions.ts';

/** A page that was given as text: there is nothing to build it from. */
const FIXED: PageSource = {
  variant: async () => null,
  reloads: false,
  violated: () => undefined,
  problem: () => null,
  build: () => 0,
  loaded: () => undefined,
};

/**
 * Starts a local Auth0 tenant: HTTPS on loopback, an authorization server, passwordless login, the
 * Management API, an outbox in place of phones and mailboxes. For previews and tests; it keeps everything in
 * memory, and lets everybody in who can read its outbox.
 *
 * @throws UserError when the port is taken, or may not be used
 */
export async function startTenant(options: TenantOptions = {}): Promise<Tenant> {
  const { bind = '127.0.0.1', hostname = 'localhost', name = 'acme', root = process.cwd() } = options;
  const [certificate, key] = await Promise.all([
    options.certificate ?? makeCertificate(hostname),
    makeSigningKey(hostname),
  ]);
  const server = createServer(certificate);
  await listen(server, options.port ?? 0, bind);
  const { port } = server.address() as AddressInfo;
  const host = port === 443 ? hostname : `${hostname}:${port}`;
  const origin = `https://${host}`;

  const clock = new Clock();
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const data = new TenantData(name);
  addDefaults(data, origin, options.callbacks ?? []);
  const requests: Recorded[] = [];
  const most: Omit<Parts, 'provider'> = {
    host,
    origin,
    clock,
    limits,
    data,
    faults: new Faults(),
    outbox: new Outbox(),
    events: new Events(),
    transactions: new Transactions(clock, limits.transactionSeconds),
    tickets: new Tickets(clock),
    codes: new Codes(clock, limits),
    starts: new StartLimit(clock, limits.startsPerHour),
    captchas: new Captchas(clock),
    scenarios: new ScenarioSet(data, origin),
    pages: options.pages ?? FIXED,
    key,
    stores: new Stores(clock, data),
    pushed: new PushedRequests(clock),
    root,
  };
  const parts: Parts = { ...most, provider: makeProvider(most) };
  const { faults, outbox, events, transactions, tickets, codes, starts, captchas, scenarios } = parts;
  const { stores, pushed } = parts;
  outbox.onMessage(() => events.tell({ type: 'outbox' }));
  faults.set(...(options.faults ?? []));
  const setPage = (html: string) => {
    const tenantWide = data.applications.get(GLOBAL_CLIENT);
    if (tenantWide !== undefined)
      Object.assign(tenantWide, { custom_login_page: html, custom_login_page_on: true });
  };
  if (options.page !== undefined) setPage(options.page);
  const report = options.report ?? ((error) => console.error(error));
  parts.provider.on('server_error', (_ctx, error) => report(error));
  server.on('request', makeApp(parts, requests, report).callback());

  return {
    host,
    origin,
    certificate: certificate.cert,
    outbox,
    requests,
    clock,
    faults,
    data,
    captchas,
    events,
    address: (scenario = {}) => scenarios.address(scenarios.add({ ...options.scenario, ...scenario })),
    sent: (path) => requests.filter((request) => request.path === path),
    setPage,
    reset: () => {
      faults.clear();
      const kept = [outbox, codes, starts, transactions, tickets, pushed, stores, data.users];
      for (const part of kept) part.clear();
      data.plan = WHOLE_PLAN;
      requests.length = 0;
      clock.reset();
    },
    close: async () => {
      faults.clear();
      events.close();
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number, bind: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyNot(error, port, bind)));
    server.listen(port, bind, resolve);
  });
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number, bind: string): UserError {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken: another program, or another local tenant, listens there.\nEnd it, or name another: --port ${port + 1}`,
    EACCES: `Port ${port} may not be used without being root.\nName one from 1024 on: --port 8443`,
    EADDRNOTAVAIL: `This machine has no address ${bind}.\nName one of its own: --host 127.0.0.1, or --host 0.0.0.0 for all of them`,
    ENOTFOUND: `There is no host ${bind}.\nName an address of this machine: --host 127.0.0.1`,
  };
  return new UserError(
    reasons[code ?? ''] ?? `The local tenant cannot listen on ${bind}, port ${port}: ${message}`,
  );
}
