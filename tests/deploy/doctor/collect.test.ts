import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describePage } from '../../../src/deploy/doctor/collect/describePage.ts';
import { readBuilt } from '../../../src/deploy/doctor/collect/readBuilt.ts';
import { readOnly } from '../../../src/deploy/doctor/collect/readOnly.ts';
import { smsProviderOf } from '../../../src/deploy/doctor/collect/smsProviderOf.ts';
import { inPath, quote } from '../../../src/deploy/doctor/quote.ts';
import { mergeAlike } from '../../../src/deploy/doctor/report/mergeAlike.ts';
import { wrap } from '../../../src/deploy/doctor/report/wrap.ts';
import { page } from '../../support/page.ts';
import { built } from './healthyFacts.ts';

const SID = `AC${'0123456789abcdef'.repeat(2)}`;

type ProviderOptions = Parameters<typeof smsProviderOf>[0];
const NO_OPTIONS: ProviderOptions = {
  ...{ provider: null, twilio_sid: null, twilio_token: null, from: null },
  ...{ messaging_service_sid: null, gateway_url: null },
};

describe('the provider of a connection', () => {
  it.each<[string, Partial<ProviderOptions>, object]>([
    [
      'Twilio with a number',
      { twilio_sid: SID, twilio_token: 'dont-tell', from: ' +15005550006 ' },
      {
        provider: {
          kind: 'twilio',
          sid: 'AC…cdef',
          sidIsWellFormed: true,
          isOfTwilioSid: true,
          token: 'given',
          from: '+15005550006',
          messagingService: null,
          gatewayUrl: null,
        },
        sender: { from: '+15005550006' },
      },
    ],
    [
      'another account, with a service',
      { twilio_sid: `AC${'f'.repeat(32)}`, messaging_service_sid: `MG${'0'.repeat(32)}`, from: null },
      { provider: { isOfTwilioSid: false, token: 'absent', messagingService: 'MG…0000', from: null } },
    ],
    [
      'placeholders',
      { twilio_sid: '##TWILIO_SID##', twilio_token: '##TWILIO_AUTH_TOKEN##' },
      { provider: { sidIsWellFormed: false, token: 'placeholder' }, sender: null },
    ],
    [
      'empty texts',
      { twilio_sid: '', twilio_token: '', from: '' },
      { provider: { sid: null, token: 'absent', from: null } },
    ],
    [
      'a gateway, its path left out',
      {
        provider: 'sms_gateway',
        gateway_url: 'https://user:dont-tell@sms.example.com/dont-tell?key=dont-tell',
      },
      { provider: { kind: 'gateway', gatewayUrl: 'https://sms.example.com' }, sender: null },
    ],
    [
      'a gateway without a URL',
      { provider: 'sms_gateway', gateway_url: 'nowhere' },
      { provider: { gatewayUrl: null } },
    ],
  ])('%s', (_, options, expected) => {
    const read = smsProviderOf({ ...NO_OPTIONS, ...options }, SID);
    expect(read).toMatchObject(expected);
    expect(JSON.stringify(read.provider)).not.toMatch(/dont-tell|0123456789abcdef/);
  });
});

describe('a live page', () => {
  it('of ours is known, by any build', () => {
    expect(describePage(null, page(), true)).toMatchObject({ isOurs: true, markers: 1, on: true });
  });

  it.each([
    ['', { isOurs: false, apiBodyBytes: 0, scripts: [] }],
    ['login.html', { isOurs: false, markers: 0 }],
    [
      "<script src='https://cdn.auth0.com/js/lock/11.0.0/lock.min.js'></script>@@config@@@@config@@",
      { isOurs: false, markers: 2, scripts: ['https://cdn.auth0.com/js/lock/11.0.0/lock.min.js'] },
    ],
    ['<script id="page-settings"></script>', { isOurs: false }],
  ])('%j', (html, expected) => expect(describePage(null, html, true)).toMatchObject(expected));
});

describe('what was built', () => {
  const folder = (files: Readonly<Record<string, string>>) => {
    const path = mkdtempSync(join(tmpdir(), 'doctor-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
    return path;
  };

  it.each<[string, Readonly<Record<string, string>>, string | undefined, string[] | RegExp]>([
    ['all', { 'a.html': '', 'a.json': JSON.stringify(built()), 'x.json': '{' }, undefined, ['login']],
    ['one', { 'a.html': '', 'a.json': JSON.stringify(built({ page: 'a' })) }, 'a', ['a']],
    ['nothing', {}, undefined, []],
    ['another', { 'acme.html': '', 'acme.json': '{}' }, 'acne', /no page "acne"\. Did you mean "acme"\?/],
    ['one of nothing', {}, 'acme', /It holds none; npm run build/],
    ['half a manifest', { 'a.html': '', 'a.json': '{"page":' }, undefined, /a\.json is not a manifest/],
  ])('%s', (_, files, only, expected) => {
    const path = folder(files);
    const read = () => readBuilt(path, only).map((it) => it.page);
    if (expected instanceof RegExp) expect(read).toThrow(expected);
    else expect(read()).toEqual(expected);
    rmSync(path, { recursive: true });
  });

  it('is nothing where there is no folder', () => expect(readBuilt('/nowhere', undefined)).toEqual([]));
});

describe('a fetch that only reads', () => {
  const sent: string[] = [];
  const fetch = readOnly(async (input, init) => {
    sent.push(`${init?.method ?? 'GET'} ${input}`);
    return new Response();
  });

  it.each(['POST', 'PATCH', 'PUT', 'DELETE', 'patch'])('sends no %s', async (method) => {
    await expect(fetch('https://x/api/v2/clients', { method })).rejects.toThrow('only reads');
    expect(sent).toEqual([]);
  });

  it('sends what it needs', async () => {
    await fetch('https://x/api/v2/clients');
    await fetch('https://x/oauth/token', { method: 'POST' });
    expect(sent).toEqual(['GET https://x/api/v2/clients', 'POST https://x/oauth/token']);
  });
});

describe('what is shown', () => {
  it('breaks at spaces, and nowhere else', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('incomprehensibilities of x', 5)).toEqual(['incomprehensibilities', 'of x']);
  });

  it('says once what is the same of several', () => {
    const finding = { id: 'a', area: 'page', result: 'ok', reason: 'x', fix: null, scope: null } as const;
    const all = [
      { ...finding, subject: 'one' },
      { ...finding, subject: 'two' },
      { ...finding, subject: null, reason: 'y' },
    ];
    expect(mergeAlike(all).map(({ subjects }) => subjects)).toEqual([['one', 'two'], []]);
  });
});

describe('a command that people copy', () => {
  it.each([
    ['sample-app', 'sample-app'],
    ['a b', "'a b'"],
    ["'; touch /tmp/x; '", "''\\''; touch /tmp/x; '\\'''"],
    ['$(touch x)', "'$(touch x)'"],
    ['', "''"],
  ])('holds %j as one word', (text, quoted) => {
    expect(quote(text)).toBe(quoted);
    expect(execFileSync('sh', ['-c', `printf %s ${quote(text)}`], { encoding: 'utf8' })).toBe(text);
  });

  it('holds an id in a path without its being a command', () => {
    expect(inPath('con_1')).toBe('con_1');
    expect(inPath('$(x)`"\\!')).toBe('%24%28x%29%60%22%5C%21');
  });
});
