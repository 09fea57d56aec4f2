import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { showFindings } from '../pipeline/buildPage.ts';
import { PageWatcher } from '../pipeline/PageWatcher.ts';
import { Pipeline } from '../pipeline/Pipeline.ts';
import type { WantedConnection } from '../pipeline/tenant-folder/WantedConnection.ts';
import { layer } from '../settings/layer.ts';
import { UserError } from '../settings/UserError.ts';
import { addresses } from '../tenant/addresses.ts';
import { givenCertificate, keptCertificate } from '../tenant/certificate.ts';
import { DevPages } from '../tenant/DevPages.ts';
import { DEPLOY } from '../tenant/data/addDefaults.ts';
import type { Message } from '../tenant/outbox/Message.ts';
import { startTenant } from '../tenant/startTenant.ts';
import type { Tenant } from '../tenant/Tenant.ts';
import type { DevRequest } from './arguments/devArguments.ts';
import type { Surroundings } from './Surroundings.ts';

/** `node build.mjs dev`: a local tenant that serves the page, built again and reloaded on each change. */
export async function dev(surroundings: Surroundings, request: DevRequest): Promise<number> {
  const { root, cwd, print, printError, interrupted } = surroundings;
  const { page } = request;
  const { bind, hostname, isShared } = addresses(request.host, networkInterfaces());
  const certificate =
    request.certificate === null
      ? await keptCertificate(join(root, 'node_modules', '.cache', 'login-page', 'certificate'), hostname)
      : await givenCertificate({
          cert: resolve(cwd, request.certificate.cert),
          key: resolve(cwd, request.certificate.key),
        });
  const pipeline = new Pipeline(root);
  const pages = new DevPages(
    (over) => pipeline.variant({ page, over }),
    (took) => print(`  reloaded ${milliseconds(took)} after the change`),
    (what) => print(`${time()}  Content Security Policy: ${what}`),
  );
  const watcher = new PageWatcher({
    pipeline,
    page,
    firstOnly: true,
    // Beside the settings, wherever it was started: nobody asked for a folder of files there.
    out: request.out === null ? join(root, 'dist') : resolve(cwd, request.out),
    onBuilt: ({ built, written }, { because, took, noticed }) => {
      const [first] = written;
      if (first !== undefined) pages.built(readFileSync(first.html, 'utf8'), noticed);
      void connect();
      const names = because.map((path) => relative(root, path)).join(', ');
      if (names !== '') print(`${time()}  built in ${milliseconds(took)}, after a change of ${names}`);
      const warnings = built.flatMap((it) => it.warnings);
      if (warnings.length > 0) print(showFindings(warnings));
    },
    onProblem: ({ message }) => {
      pages.failed(message);
      const served = pages.hasPage ? 'the last good page is served' : 'there is no page yet';
      printError(`${message}\nNot built; ${served}. Waiting for a change.`);
    },
  });
  let tenant: Tenant | null = null;
  /** Gives the tenant the connections of the settings: what their messages say, and how long their codes are. */
  const connect = async (): Promise<void> => {
    try {
      const wanted = await pipeline.connections();
      if (tenant !== null) setConnections(tenant.data, wanted);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // The build has said already what is wrong with the settings.
      if (pages.problem() === null) printError(error.message);
    }
  };
  let hasEnded = false;
  const end = interrupted().then(() => {
    hasEnded = true;
    watcher.abandon();
  });
  try {
    const starting = startTenant({
      port: request.port,
      bind,
      hostname,
      certificate,
      callbacks: request.callbacks,
      root,
      pages,
      // Whoever works on a page asks for more codes in an hour than Auth0 sends.
      limits: { startsPerHour: Number.POSITIVE_INFINITY },
      report: (error) =>
        printError(`The local tenant failed: ${error instanceof Error ? error.stack : error}`),
    });
    const watching = watcher.start();
    watching.catch(() => undefined);
    tenant = await starting;
    pages.serve(tenant);
    await connect();
    tenant.outbox.onMessage((message) => print(`${time()}  ${line(message)}`));
    await watching;
    if (hasEnded) return 0;
    print(banner(tenant.origin, isShared));
    // Since the process was started: what somebody has waited.
    print(`\nReady in ${milliseconds(performance.now())}. Watching for changes; Ctrl-C ends.`);
    if (request.open) await openBrowser(`${tenant.origin}/app`, printError);
    await end;
    return 0;
  } finally {
    await watcher.close();
    await tenant?.close();
    await pipeline.close();
  }
}

function banner(origin: string, isShared: boolean): string {
  return [
    '',
    'Local tenant. Not for production: whoever can read its outbox can log in.',
    ...(isShared ? ['Other machines of this network can reach it.'] : []),
    '',
    `  Sample app      ${origin}/app`,
    `  Scenarios       ${origin}/tenant`,
    `  Outbox          ${origin}/tenant/outbox`,
    `  Management API  ${origin}/api/v2/  (client ${DEPLOY.id}, secret ${DEPLOY.secret})`,
  ].join('\n');
}

/** `SMS to +61412345678: 123456` */
function line({ channel, to, code, link, text, undelivered }: Message): string {
  // One that cannot be sent still has a code, to go on with.
  const what = undelivered !== null && text !== '' ? 'not delivered' : (link ?? code);
  return `${channel === 'sms' ? 'SMS' : 'Email'} to ${to}: ${what}`;
}

/**
 * As `npm run setup-tenant` would set them. Twilio's credentials are placeholders, and not needed; anyone may sign up,
 * since a tenant that has just been started knows no one.
 */
function setConnections(data: Tenant['data'], wanted: readonly WantedConnection[]): void {
  for (const { name, named, defaults } of wanted) {
    const connection = data.connectionNamed(name);
    const options = layer(layer(defaults, named), {
      ...{ twilio_sid: undefined, twilio_token: undefined, disable_signup: false },
    });
    if (connection !== undefined) connection.options = options;
  }
}

const milliseconds = (count: number): string => `${Math.round(count).toLocaleString('en')} ms`;
const time = (): string => new Date().toTimeString().slice(0, 8);

async function openBrowser(address: string, printError: (text: string) => void): Promise<void> {
  const { default: open } = await import('open');
  // A machine without a browser is no reason to stop.
  await open(address).catch((error: unknown) => printError(`No browser could be opened: ${error}`));
}
