import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { savePage } from '../../src/deploy/backups/savePage.ts';
import { fingerprint, type LivePage } from '../../src/deploy/pages/LivePage.ts';
import { type Replacement, replacePage } from '../../src/deploy/replacePage.ts';
import { UserError } from '../../src/settings/UserError.ts';
import type { Fault } from '../../src/tenant/http/Fault.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { apiOf, aroundWrites, edit, livePage, writes } from '../support/deployed.ts';
import { page } from '../support/page.ts';
import { trustingFetch } from '../support/trustingFetch.ts';

const OLD: LivePage = { html: '<!DOCTYPE html>the old page @@config@@', isOn: true };
const NEW: LivePage = { html: page(), isOn: true };
const CLIENT = '/api/v2/clients/global';

let tenant: Tenant;
let folder: string;

beforeAll(async () => {
  tenant = await startTenant({ limits: { managementPerMinute: 10_000 } });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backups-'));
  edit(tenant, OLD.html);
});
afterEach(() => {
  tenant.reset();
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => tenant.close());

/** Replaces the tenant's page; resolves to an error's message, or to `null`. */
async function replace(
  over: Partial<Replacement> & { fetch?: typeof globalThis.fetch; timeLimit?: number } = {},
): Promise<string | null> {
  const { fetch, timeLimit = 30_000, ...rest } = over;
  const place = { domain: tenant.host, clientId: 'global', application: null };
  const replacedBy = { sha256: fingerprint(NEW).sha256, what: 'dist/login.html', commit: null };
  try {
    await replacePage({
      api: apiOf(tenant, fetch, { timeLimit, longestWait: 0 }),
      place,
      shown: fingerprint(OLD),
      wanted: NEW,
      save: (live) => savePage(folder, place, live, replacedBy),
      pathOf: ({ id }) => `backups/${id}.html`,
      pauses: [10],
      ...rest,
    });
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message;
  }
}

/** The saved page, as it is on the disk. */
function saved(): string | undefined {
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8');
}

const WAY_BACK =
  /The old page is saved: backups\/\S+\.html\. To put it back: npm run restore -- \d{8}-\d{6}-[0-9a-f]{6} --apply/;

it('saves, writes, and reads back', async () => {
  expect(await replace()).toBeNull();
  expect(livePage(tenant)).toEqual(NEW);
  expect(saved()).toBe(OLD.html);
});

it('turns a page off, and takes one away', async () => {
  expect(await replace({ wanted: { ...OLD, isOn: false } })).toBeNull();
  expect(livePage(tenant).isOn).toBe(false);
  const shown = fingerprint({ ...OLD, isOn: false });
  expect(await replace({ shown, wanted: { html: '', isOn: true } })).toBeNull();
  expect(livePage(tenant).html).toBe('');
});

describe('a page that was edited meanwhile', () => {
  it.each([
    ['another text', () => edit(tenant, 'edited @@config@@')],
    ['off', () => edit(tenant, OLD.html, false)],
  ])('(%s) is left alone', async (_, change) => {
    change();
    const edited = livePage(tenant);
    expect(await replace()).toMatch(/changed after it was shown.*; nothing was written/);
    expect(livePage(tenant)).toEqual(edited);
    expect(writes(tenant)).toBe(0);
  });
});

it('writes nothing when the page cannot be saved', async () => {
  const full = () => Promise.reject(new UserError('The disk is full.'));
  expect(await replace({ save: full })).toBe('The disk is full.');
  expect(writes(tenant)).toBe(0);
});

describe('a write that is refused leaves the page as it was', () => {
  it.each<[number, RegExp]>([
    [400, /refused it, HTTP 400/],
    [401, /the token is not accepted/],
    [403, /lack the scope update:clients/],
    [404, /no such thing/],
    [413, /larger than the API takes/],
    [429, /the rate limit was met again and again/],
  ])('%i', async (status, message) => {
    const body = { message: status === 403 ? 'Insufficient scope, expected any of: update:clients' : 'No' };
    tenant.faults.set({ path: CLIENT, method: 'PATCH', answer: { status, body } });
    const told = await replace();
    expect(told).toMatch(message);
    expect(told).toContain('The page is as it was.');
    expect(livePage(tenant)).toEqual(OLD);
    expect(saved()).toBe(OLD.html);
    expect(writes(tenant)).toBe(1);
  });
});

describe('a write whose end is unknown is looked up', () => {
  it.each<[string, Fault['answer'], RegExp]>([
    ['500', { status: 500, body: 'x' }, /the tenant failed, HTTP 500/],
    ['a connection that breaks before', 'reset', /the connection broke off/],
    ['HTML', { status: 200, body: '<html>', type: 'html' }, /the answer is HTML/],
  ])('%s: nothing had arrived', async (_, answer, message) => {
    if (answer !== undefined) tenant.faults.set({ path: CLIENT, method: 'PATCH', answer, times: 1 });
    const told = await replace();
    expect(told).toMatch(message);
    expect(told).toContain('The old page is still live.');
    expect(livePage(tenant)).toEqual(OLD);
  });

  it.each([
    ['a connection that breaks after', 'cut'],
    ['no answer in time', 'hang'],
  ] as const)('%s: all had arrived, so it is done', async (_, answer) => {
    tenant.faults.set({ path: CLIENT, method: 'PATCH', answer, times: 1 });
    expect(await replace({ timeLimit: 2_000 })).toBeNull();
    expect(livePage(tenant)).toEqual(NEW);
    expect(writes(tenant)).toBe(1);
  });

  it('the tenant takes it and keeps the old one', async () => {
    const fetch = aroundWrites(tenant, { after: () => edit(tenant, OLD.html) });
    expect(await replace({ fetch })).toContain('still has the old one');
  });
});

describe('a page that has not arrived as it was sent', () => {
  it.each([
    ['cut in the middle', () => edit(tenant, NEW.html.slice(0, 200_000))],
    ['gone', () => edit(tenant, '')],
    ['off', () => edit(tenant, NEW.html, false)],
    ['with other line ends', () => edit(tenant, NEW.html.replaceAll('\n', '\r\n'))],
    ['with its marker replaced', () => edit(tenant, NEW.html.replace('@@config@@', '"x"'))],
    ['with a character less', () => edit(tenant, NEW.html.replace('function', 'functio'))],
  ])('(%s) is taken back', async (_, mangle) => {
    let isFirst = true;
    const after = () => {
      if (isFirst) mangle();
      isFirst = false;
    };
    const told = await replace({ fetch: aroundWrites(tenant, { after }) });
    expect(told).toMatch(/did not arrive as it was sent \(.*\)\. The old page is back\./);
    expect(livePage(tenant)).toEqual(OLD);
  });

  it('says where the old page is when it cannot be put back', async () => {
    const fetch = aroundWrites(tenant, { after: () => edit(tenant, NEW.html.slice(0, 1_000)) });
    const told = await replace({ fetch });
    expect(told).toMatch(/the old page could not be put back/);
    expect(told).toMatch(WAY_BACK);
    expect(saved()).toBe(OLD.html);
  });
});

it('leaves a page alone that another deploy has put there meanwhile', async () => {
  const theirs = page('open');
  const told = await replace({ fetch: aroundWrites(tenant, { after: () => edit(tenant, theirs) }) });
  expect(told).toMatch(
    /somebody else has put another page there at the same time, which is live and was left/,
  );
  expect(livePage(tenant).html).toBe(theirs);
  expect(saved()).toBe(OLD.html);
});

it('leaves an edit of the old page alone that was made meanwhile', async () => {
  const old: LivePage = { html: page('open'), isOn: true };
  edit(tenant, old.html);
  const edited = old.html.replace(/(?=<\/body>\s*<\/html>\s*$)/, '<p>Edited by Bob</p>');
  const fetch = aroundWrites(tenant, { after: () => edit(tenant, edited) });
  expect(await replace({ shown: fingerprint(old), fetch })).toContain('somebody else has put another page');
  expect(livePage(tenant).html).toBe(edited);
});

it('says where the old page is when the tenant is gone after the write', async () => {
  let isGone = false;
  const trusting = aroundWrites(tenant, {
    after: () => {
      isGone = true;
    },
  });
  const fetch: typeof trusting = (input, init) =>
    isGone ? Promise.reject(new TypeError('fetch failed')) : trusting(input, init);
  const told = await replace({ fetch });
  expect(told).toMatch(/the page was written, and could not be read back/);
  expect(told).toMatch(WAY_BACK);
});

describe('a page that does not work', () => {
  const broken = () => Promise.reject(new UserError('The login does not work.'));

  it('is taken back', async () => {
    expect(await replace({ verify: broken })).toBe('The login does not work.\nThe old page is back.');
    expect(livePage(tenant)).toEqual(OLD);
  });

  it('is left where somebody else has replaced it meanwhile', async () => {
    const verify = () => {
      edit(tenant, 'theirs');
      return broken();
    };
    expect(await replace({ verify })).toMatch(WAY_BACK);
    expect(livePage(tenant).html).toBe('theirs');
  });
});

it('does not take an answer without the page for an empty page', async () => {
  // What Auth0 shows of an application without read:clients.
  tenant.faults.set({ path: CLIENT, answer: { status: 200, body: { client_id: 'global' }, type: 'json' } });
  const told = await replace({ fetch: trustingFetch(tenant.certificate) });
  expect(told).toContain('the credentials lack the scope read:clients');
  expect(writes(tenant)).toBe(0);
});
