import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorDictionary } from '../../src/page/errorDictionary.ts';
import { errorCode } from '../../src/page/events/errorCode.ts';
import { words } from '../../src/pipeline/words/words.ts';
import { root } from '../support/paths.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const says = (status: number, body: object) => ({ status, type: JSON_TYPE, text: JSON.stringify(body) });
const explains = (error: string, description: string) => says(400, { error, error_description: description });
const ADDRESS = 'zoe@example.com';

describe('errorCode', () => {
  it.each<[what: string, answer: Parameters<typeof errorCode>[0], code: ReturnType<typeof errorCode>]>([
    ['a success', says(200, { _id: '0', email: ADDRESS }), null],
    ['a success without a body', { status: 204, type: '', text: '' }, null],
    ['a success that is no JSON and does not say so', { status: 200, type: 'text/html', text: 'OK' }, null],
    ['JSON that is none', { status: 200, type: JSON_TYPE, text: '{"Auth0' }, 'no_answer'],
    ['a login page of a proxy', { status: 200, type: 'text/html', text: '\n<!doctype html>' }, 'no_answer'],
    ['a code that was sent', { ...says(200, { _id: '0' }), step: 'send' }, null],
    ['an empty success to a send', { status: 200, type: '', text: '', step: 'send' }, 'no_answer'],
    ['an empty success to a code', { status: 200, type: '', text: '', step: 'verify' }, null],
    ['nothing', { status: 0, type: '', text: '' }, 'no_answer'],
    ['a known code', says(400, { error: 'bad.connection' }), 'bad.connection'],
    ['a known code in `code`', says(401, { code: 'invalid_user_password' }), 'invalid_user_password'],
    ['a known code in `err`', says(400, { err: { code: 'bad.email' } }), 'bad.email'],
    [
      'a blocked user',
      says(401, { error: 'unauthorized', error_description: 'user is blocked' }),
      'blocked_user',
    ],
    ['a rule', says(401, { error: 'unauthorized', error_description: `No ${ADDRESS} here` }), 'rule_error'],
    ['a login that is not allowed', says(401, { error: 'unauthorized' }), 'unauthorized'],
    ['a denied login', says(403, { error: 'access_denied' }), 'access_denied'],
    ['a denied login of a blocked user', explains('access_denied', 'user is blocked'), 'blocked_user'],
    ['the same, as a sentence', explains('unauthorized', 'Your account is blocked.'), 'blocked_user'],
    ['a rule about a block', explains('unauthorized', 'Your country is blocked.'), 'rule_error'],
    [
      'a wrong code that is denied',
      explains('access_denied', 'Wrong email or verification code.'),
      'invalid_user_password',
    ],
    [
      'the last try',
      explains('invalid_grant', 'You’ve reached the maximum number of attempts. Please try to login again.'),
      'too_many_attempts',
    ],
    [
      'a limit that is denied',
      says(429, { error: 'access_denied', error_description: 'Suspicious' }),
      'too_many_requests',
    ],
    ['sign-ups that are off', explains('bad.connection', 'Sign ups are disabled'), 'signup_disabled'],
    ['no account, at start', explains('bad.connection', 'Public signup is disabled'), 'signup_disabled'],
    ['no account, at last', explains('access_denied', 'Public signup is disabled'), 'signup_disabled'],
    ['a connection that is off', explains('bad.connection', 'Connection is disabled'), 'bad.connection'],
    ['the same, at verify', explains('invalid_request', 'the connection was disabled'), 'bad.connection'],
    ['a client that is missing', explains('invalid_request', 'missing client_id parameter'), 'bad.client_id'],
    ['a request that is odd', explains('invalid_request', 'scope must be a string'), 'bad.request'],
    ['Twilio', explains('sms_provider_error', 'Authenticate (Code: 20003)'), 'sms_provider_error'],
    ['a provider without a code', explains('sms_provider_error', 'Timed out'), 'sms_provider_error'],
    ['no number', explains('sms_provider_error', 'To +61 (Code: 21211)'), 'bad.phone_number'],
    ['a landline', explains('sms_provider_error', 'To +61 (Code: 21614)'), 'sms_not_mobile'],
    ['the same, in small letters', explains('sms_provider_error', 'x (code: 21614)'), 'sms_not_mobile'],
    ['a number that is opted out', explains('sms_provider_error', '(Code: 21610)'), 'sms_unsubscribed'],
    ['a country that is off', explains('sms_provider_error', '(Code: 21408)'), 'sms_region'],
    ['too many messages', explains('sms_provider_error', '(Code: 60203)'), 'too_many_requests'],
    ['an action that throws', explains('extensibility_error', 'x is undefined'), 'server_error'],
    ['a code that nobody knows', says(400, { error: `no ${ADDRESS}` }), 'unknown'],
    ['a name that every object has', says(400, { error: 'constructor' }), 'unknown'],
    ['a code that is no text', says(400, { error: { code: ADDRESS } }), 'unknown'],
    ['a list', says(400, ['bad.email']), 'unknown'],
    ['`null`', { status: 400, type: JSON_TYPE, text: 'null' }, 'unknown'],
    ['a 400 of a proxy', { status: 400, type: 'text/html', text: '<h1>Bad request</h1>' }, 'unknown'],
    ['a gateway that says no', says(403, { message: 'Forbidden' }), 'no_answer'],
    ['a firewall', { status: 403, type: 'text/html', text: '<h1>Blocked</h1>' }, 'no_answer'],
    ['nothing but a status', { status: 401, type: '', text: '' }, 'no_answer'],
    [
      'a limit of a proxy',
      { status: 429, type: 'text/html', text: '<h1>Slow down</h1>' },
      'too_many_requests',
    ],
    ['a fault of a proxy', { status: 502, type: 'text/html', text: '<h1>Bad gateway</h1>' }, 'server_error'],
    ['a page that is not there', { status: 404, type: 'text/html', text: '' }, 'server_error'],
  ])('%s', (_what, answer, code) => {
    expect(errorCode(answer, true)).toBe(code);
  });

  it('takes a denied login for a wrong code where the page is not on the tenant’s host, as Lock does', () => {
    expect(errorCode(says(403, { error: 'access_denied' }), false)).toBe('invalid_user_password');
  });

  it('knows every code of Auth0’s that the page has a word for', () => {
    const codes = Object.keys(errorDictionary(words.en.error)).filter(
      // Lock's own, auth0-js's own, and the page's.
      (code) => !code.startsWith('lock.') && !['generic_error', 'no_answer', 'unknown'].includes(code),
    );
    expect(codes.length).toBeGreaterThan(10);
    const known = (code: string) => errorCode(says(400, { error: code }), true);
    expect(codes.map(known)).toEqual(codes);
  });
});

it('docs/events.md names every event, and every code that the types have', () => {
  const text = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
  const guide = text('docs', 'events.md');
  const types = text('src', 'page', 'events', 'LoginPageEvents.ts');
  const failures = /type FailureCode =([^;]+);/.exec(text('src', 'page', 'PageData.ts'))?.[1] ?? '';
  const named = (source: string, pattern: RegExp) => [...source.matchAll(pattern)].map(([, name]) => name);
  const names = [
    ...named(types, /^ {2}'(loginpage:[\w-]+)':/gm),
    ...named(types, /^ {2}\| '([\w.]+)'/gm),
    ...named(failures, /\| '(\w+)'/g),
  ];
  expect(names.length).toBe(7 + 24 + 8);
  expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});
