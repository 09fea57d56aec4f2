import { parse } from 'parse5';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DevPages } from '../../src/tenant/DevPages.ts';
import type { Message } from '../../src/tenant/outbox/Message.ts';
import { namedScenarios } from '../../src/tenant/scenarios/namedScenarios.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { BARE_PAGE, HttpVisitor } from '../support/HttpVisitor.ts';
import { find, text } from '../support/html.ts';

/** What somebody may write as their number or address. */
const HOSTILE = `"><img src=x onerror=alert(1)>'&</li></ul>@example.com`;

const loaded: number[] = [];
let pages: DevPages;
let tenant: Tenant;
let visitor: HttpVisitor;

beforeAll(async () => {
  pages = new DevPages(
    async () => BARE_PAGE,
    (took) => loaded.push(took),
  );
  tenant = await startTenant({ pages });
  pages.serve(tenant);
  pages.built(BARE_PAGE, performance.now());
});
beforeEach(() => {
  tenant.reset();
  visitor = new HttpVisitor(tenant);
});
afterEach(() => visitor.close());
afterAll(() => tenant.close());

/** A page, as a browser without scripts has it. */
async function open(path: string) {
  const response = await visitor.request(path, { headers: { accept: 'text/html' } });
  const html = await response.text();
  return { status: response.status, html, document: parse(html) };
}

function send(over: Partial<Message> = {}) {
  return tenant.outbox.send({
    channel: 'sms',
    connection: 'sms',
    to: '+61412345678',
    sentAt: Date.UTC(2026, 0, 2, 3, 4, 5),
    clientId: 'sample-app',
    application: 'Sample app',
    text: 'Your verification code is: 123456',
    code: '123456',
    link: null,
    ...over,
  });
}

describe('the outbox', () => {
  it('says what to do when there is nothing', async () => {
    const { document } = await open('/tenant/outbox');
    const items = find(document, 'li');
    expect(items.map(text).join()).toMatch(/Nothing yet.*Log in with any\s+phone number/s);
    expect(find(items, 'a').map(({ attributes }) => attributes['href'])).toEqual(['/app', '/tenant']);
  });

  it('lists what was sent, newest first, without a script', async () => {
    send();
    send({ to: 'zoe@example.com', code: '', link: 'https://localhost/passwordless/verify_redirect?a=1&b=2' });
    const { document } = await open('/tenant/outbox');
    const [newest = [], eldest = []] = find(document, 'li').map((item) => [item]);
    expect(find(eldest, 'h2').map(text)).toEqual(['SMS to +61412345678']);
    expect(find(eldest, 'p').map(text)).toEqual([
      'Sample app, 2026-01-02 03:04:05 UTC',
      'Your verification code is: 123456',
      '123456 Copy',
    ]);
    expect(find(eldest, 'button').map(({ attributes }) => attributes['data-copy'])).toEqual(['123456']);
    const link = find(newest, 'a').find((it) => text(it) === 'Open the link');
    expect(link?.attributes['href']).toBe('https://localhost/passwordless/verify_redirect?a=1&b=2');
    // Another tab would have the cookies, but not the page that waits.
    expect(link?.attributes['target']).toBeUndefined();
  });

  it('says who a message is from, in which language, and what it costs', async () => {
    send({ from: '+15005550006', language: 'es', text: 'Su código: 123456 – €' });
    send({ text: 'a'.repeat(161) });
    send({ text: 'Tu\u00a0código' });
    const html = { channel: 'email' as const, html: '<p>Hi</p>', text: 'Hi' };
    send({ ...html, from: 'Acme <login@example.com>', subject: 'Your code' });
    const { document } = await open('/tenant/outbox');
    const facts = find(document, 'dl').map((it) => {
      const names = find([it], 'dt').map(text);
      return Object.fromEntries(find([it], 'dd').map((value, place) => [names[place], text(value)]));
    });
    expect(facts).toEqual([
      { From: 'Acme <login@example.com>', Subject: 'Your code' },
      { Size: '1 segment, 9 characters, UCS-2 because of U+00A0 “ó”' },
      { Size: '2 segments, 161 characters, GSM-7' },
      { From: '+15005550006', Language: 'es', Size: '1 segment, 21 characters, UCS-2 because of “ó” “–”' },
    ]);
  });

  it('shows an email in a frame that runs nothing, and as text', async () => {
    send({
      ...{ channel: 'email', to: 'zoe@example.com', subject: HOSTILE, text: 'Hello 123456' },
      html: `<p title='a"b'>Hello 123456 <img src="//example.com/x.png"></p><script>alert(1)</script>`,
    });
    const { document, html } = await open('/tenant/outbox');
    const [frame] = find(document, 'iframe');
    expect(frame?.attributes['sandbox']).not.toMatch(/scripts|same-origin|forms|top/);
    const inner = parse(frame?.attributes['srcdoc'] ?? '');
    expect(find(inner, 'p').map(text)).toEqual(['Hello 123456']);
    expect(find(document, 'script').map(({ attributes }) => attributes['src'])).toEqual([
      '/tenant/assets/outbox.js',
    ]);
    expect(html).toContain('Pictures from other servers are not loaded here.');
    expect(find(find(document, 'details'), 'p').map(text)).toEqual(['Hello 123456']);
    expect(find(document, 'dd').map(text)).toEqual([HOSTILE]);
  });

  it('takes what people write as text', async () => {
    send({ to: HOSTILE, text: HOSTILE, code: HOSTILE, application: HOSTILE });
    send({ to: HOSTILE, text: HOSTILE, link: `https://localhost/?${HOSTILE}`, application: HOSTILE });
    for (const path of ['/tenant/outbox', `/tenant/outbox?to=${encodeURIComponent(HOSTILE)}`]) {
      const { document } = await open(path);
      expect(find(document, 'img')).toEqual([]);
      expect(find(document, 'li')).toHaveLength(2);
      expect(find(document, 'h2').map(text)).toEqual([`SMS to ${HOSTILE}`, `SMS to ${HOSTILE}`]);
      expect(find(document, 'button').map(({ attributes }) => attributes['data-copy'])).toEqual([
        `https://localhost/?${HOSTILE}`,
        HOSTILE,
      ]);
    }
    const { document } = await open(`/tenant/outbox?to=${encodeURIComponent(`${HOSTILE}nobody`)}`);
    expect(find(document, 'img')).toEqual([]);
    expect(find(document, 'main').map(text).join()).toContain(`${HOSTILE}nobody`);
  });

  it('tells programs the same as JSON', async () => {
    const sent = send();
    const byName = await visitor.request('/tenant/outbox.json');
    expect(byName.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await byName.json()).toEqual([sent]);
    const accepted = await visitor.request('/tenant/outbox', { headers: { accept: 'application/json' } });
    expect(await accepted.json()).toEqual([sent]);
    expect(accepted.headers.get('vary')?.toLowerCase()).toContain('accept');
  });

  it('can be narrowed to one person', async () => {
    send();
    const other = send({ to: 'zoe@example.com' });
    const json = await visitor.request('/tenant/outbox.json?to=zoe@example.com');
    expect(await json.json()).toEqual([other]);
    const { document } = await open('/tenant/outbox?to=zoe%40example.com');
    expect(find(document, 'h2').map(text)).toEqual(['SMS to zoe@example.com']);
    const links = find(find(document, 'h2'), 'a').map(({ attributes }) => attributes['href']);
    expect(links).toEqual(['/tenant/outbox?to=zoe%40example.com']);
    // `+` in a query is a space: a number's must be encoded.
    const all = await open('/tenant/outbox');
    const hrefs = find(find(all.document, 'h2'), 'a').map((link) => link.attributes['href']);
    expect(hrefs).toContain('/tenant/outbox?to=%2B61412345678');
  });
});

describe('the gallery', () => {
  it('is where the tenant begins', async () => {
    const response = await visitor.request('/');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/tenant');
  });

  it('shows every scenario by its group, with what it is made of', async () => {
    const { document } = await open('/tenant');
    const cards = find(document, 'li');
    expect(cards.map((card) => find([card], 'a')[0]?.attributes['href'])).toEqual(
      namedScenarios.map(({ name }) => `/tenant/scenarios/${name}`),
    );
    for (const [place, { title, about, request }] of namedScenarios.entries()) {
      const shown = cards
        .slice(place, place + 1)
        .map(text)
        .join();
      expect(shown).toContain(title);
      expect(shown).toContain(about);
      for (const value of Object.values(request ?? {})) expect(shown).toContain(JSON.stringify(value));
    }
    const groups = new Set(namedScenarios.map(({ group }) => group));
    expect(find(document, 'h2').map(text)).toEqual([...groups]);
  });

  it('says what it is, and leads to the rest', async () => {
    const { document, html } = await open('/tenant');
    expect(html).toContain('Local tenant, not for production');
    const [nav] = find(document, 'nav');
    const links = find(nav === undefined ? [] : [nav], 'a').map(({ attributes }) => attributes);
    expect(links.map((link) => link['href'])).toEqual(['/tenant', '/tenant/outbox', '/app']);
    expect(links.map((link) => link['aria-current'])).toEqual(['page', undefined, undefined]);
  });

  it.each(namedScenarios.map((scenario) => [scenario.name, scenario] as const))(
    'opens %s as an application of its own',
    async (name, scenario) => {
      const response = await visitor.request(`/tenant/scenarios/${name}`);
      expect(response.status).toBe(302);
      const address = new URL(response.headers.get('location') ?? '', tenant.origin);
      const clientId = `scenario-${name}`;
      const path = scenario.preview === true ? '/login' : '/authorize';
      expect(address.pathname).toBe(path);
      expect(address.searchParams.get(path === '/login' ? 'client' : 'client_id')).toBe(clientId);
      expect(Object.fromEntries(address.searchParams)).toMatchObject(scenario.request ?? {});
      expect(tenant.data.applications.get(clientId)?.name).toBe(scenario.application ?? 'Sample app');
      const enabled = tenant.data.enabledFor(clientId).map((connection) => connection.name);
      const given = scenario.connections ?? ['email', 'sms'];
      expect(enabled).toEqual(given.map((it) => (typeof it === 'string' ? it : it.name)));
    },
  );

  it('begins a scenario anew each time it is opened', async () => {
    const id = 'scenario-start-server-error';
    const start = async () => {
      const body = { client_id: id, connection: 'sms', phone_number: '+61412345678' };
      return (await visitor.post('/passwordless/start', body)).status;
    };
    await visitor.request('/tenant/scenarios/start-server-error');
    expect(await start()).toBe(500);
    tenant.data.addApplication({ client_id: id, name: 'Changed meanwhile' });
    await visitor.request('/tenant/scenarios/start-server-error');
    expect(tenant.data.applications.get(id)?.name).toBe('Sample app');
    expect(await start()).toBe(500);
  });

  it('leads from a misspelt scenario to the nearest', async () => {
    const { status, document } = await open('/tenant/scenarios/captch');
    expect(status).toBe(404);
    const links = find(find(document, 'main'), 'a').map(({ attributes }) => attributes['href']);
    expect(links).toEqual(['/tenant/scenarios/captcha', '/tenant']);
  });

  it('puts the nearest before those that begin alike', async () => {
    const { document } = await open('/tenant/scenarios/code-emial');
    const links = find(find(document, 'main'), 'a').map(({ attributes }) => attributes['href']);
    expect(links.length).toBeGreaterThan(3);
    expect([links[0], links.at(-1)]).toEqual(['/tenant/scenarios/code-email', '/tenant']);
    expect(links.slice(0, -1).filter((it) => !it?.startsWith('/tenant/scenarios/code-'))).toEqual([]);
  });

  it('takes the name of an unknown scenario as text', async () => {
    const name = '<img src=x>';
    const { status, document } = await open(`/tenant/scenarios/${encodeURIComponent(name)}`);
    expect(status).toBe(404);
    expect(find(document, 'img')).toEqual([]);
    expect(find(document, 'main').map(text).join()).toContain(name);
  });
});

describe('where the logins of scenarios end', () => {
  it('shows what the application receives, and leads back', async () => {
    const { document } = await open('/tenant/done?code=abc&state=%3Cimg%3E');
    expect(find(document, 'h1').map(text)).toEqual(['Logged in']);
    expect(find(document, 'tr').map(text)).toEqual(['codeabc', 'state<img>']);
    const links = find(find(document, 'main'), 'a').map(({ attributes }) => attributes['href']);
    expect(links).toContain('/tenant');
  });

  it('says when that is an error', async () => {
    const { document } = await open('/tenant/done?error=access_denied&error_description=Blocked');
    expect(find(document, 'h1').map(text)).toEqual(['Not logged in']);
    expect(find(document, 'tr').map(text)).toEqual(['erroraccess_denied', 'error_descriptionBlocked']);
  });
});

describe('scripts', () => {
  it.each(['app', 'outbox', 'reload'])('%s is bundled, with nothing left to load', async (name) => {
    const response = await visitor.request(`/tenant/assets/${name}.js`);
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    const script = await response.text();
    expect(script.length).toBeGreaterThan(500);
    expect(script).not.toMatch(/(?:^|;)\s*import[\s{*]/);
  });

  it('the one in login pages is small', async () => {
    const response = await visitor.request('/tenant/reload.js?build=1');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await response.text()).length).toBeLessThan(2_048);
  });

  it.each(['/tenant/assets/none.js', '/tenant/assets/tenantEvents.js', '/tenant/assets/app%2Fshow.js'])(
    'there is no %s',
    async (path) => {
      expect((await visitor.request(path)).status).toBe(404);
    },
  );

  it('are in every page of the tenant that needs one', async () => {
    for (const path of ['/app', '/tenant/outbox']) {
      const { document } = await open(path);
      const [src] = find(document, 'script').map(({ attributes }) => attributes['src']);
      const script = await visitor.request(src ?? '/none');
      expect(script.status).toBe(200);
      // A body that nobody reads keeps the connection.
      expect(await script.text()).not.toBe('');
    }
  });
});

describe('events', () => {
  it('begin with the build, and tell what comes', async () => {
    const stream = await visitor.request('/tenant/events');
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const events = eventsOf(stream);
    expect(await events.next()).toEqual({ type: 'page', build: pages.build() });
    send();
    expect(await events.next()).toEqual({ type: 'outbox' });
    pages.failed('login.config.ts has a problem');
    expect(await events.next()).toEqual({ type: 'problem', message: 'login.config.ts has a problem' });
    await events.end();
    const later = eventsOf(await visitor.request('/tenant/events'));
    expect(await later.next()).toEqual({ type: 'page', build: pages.build() });
    expect(await later.next()).toEqual({ type: 'problem', message: 'login.config.ts has a problem' });
    pages.built(BARE_PAGE, performance.now());
    expect(await later.next()).toEqual({ type: 'page', build: pages.build() });
    await later.end();
  });

  it('are told the time that a reload took, once', async () => {
    pages.built(BARE_PAGE, performance.now());
    loaded.length = 0;
    await visitor.post('/tenant/loaded', { build: pages.build() - 1 });
    expect(loaded).toEqual([]);
    expect((await visitor.post('/tenant/loaded', { build: pages.build() })).status).toBe(204);
    await visitor.post('/tenant/loaded', { build: pages.build() });
    expect(loaded).toHaveLength(1);
    expect(loaded[0]).toBeLessThan(10_000);
  });

  it('reach login pages by a script before anything else in their head', async () => {
    const { html } = await visitor.begin(tenant.address());
    expect(html).toContain(`<head><script src="/tenant/reload.js?build=${pages.build()}"></script><title>`);
    const plain = await startTenant({ page: BARE_PAGE });
    const other = new HttpVisitor(plain);
    expect((await other.begin(plain.address())).html).not.toContain('reload.js');
    await other.close();
    await plain.close();
  });
});

/** Reads server-sent events one by one. */
function eventsOf({ body }: Awaited<ReturnType<HttpVisitor['request']>>) {
  if (body === null) throw new Error('There is no stream.');
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let buffer = '';
  return {
    async next(): Promise<unknown> {
      for (;;) {
        const found = /data: (.*)\n\n/.exec(buffer);
        if (found?.[1] !== undefined) {
          buffer = buffer.slice(found.index + found[0].length);
          return JSON.parse(found[1]);
        }
        const { done, value } = await reader.read();
        if (done) throw new Error('The stream has ended.');
        buffer += decoder.decode(value, { stream: true });
      }
    },
    end: () => reader.cancel(),
  };
}
