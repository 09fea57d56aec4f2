import { describe, expect, it } from 'vitest';
import { brokenPromises, connectionsOf, expected, requestsFor, type Shown } from '../page/requests.ts';

type Connections = Parameters<typeof expected>[0]['connections'];
const allowing = (allow?: string[], choose: Connections['choose'] = 'request') => ({
  connections: { allow, choose },
});
const sms = { name: 'sms', strategy: 'sms', kind: 'sms' } as const;
const email = { name: 'email', strategy: 'email', kind: 'email' } as const;
const nothing: Shown = { method: null, other: null, social: [], starts: null, isFailure: false };

describe('what npm run test:page asks a page for', () => {
  it.each([
    [undefined, ['email', 'sms']],
    [['sms'], ['sms', 'email']],
    [
      ['sms-au', 'acme-mail', 'github'],
      ['sms-au', 'acme-mail', 'github', 'email', 'sms'],
    ],
  ])('with allow %j, of an application with %j', (allow, names) => {
    expect(connectionsOf(allowing(allow)).map(({ name }) => name)).toEqual(names);
    const requests = requestsFor(allowing(allow));
    const asked = requests.flatMap(({ hosted }) => hosted.connection ?? []);
    expect(asked).toEqual(expect.arrayContaining([...names, 'telepathy']));
    expect(new Set(requests.map(({ what }) => what)).size).toBe(requests.length);
  });

  it.each<[string, ReturnType<typeof allowing>, string | undefined, Partial<Shown>]>([
    [
      'the first of allow',
      allowing(['sms', 'email']),
      undefined,
      { method: 'sms', other: 'email', starts: 'sms' },
    ],
    [
      'what is asked for',
      allowing(['sms', 'email']),
      'email',
      { method: 'email', other: null, starts: 'email' },
    ],
    [
      'allow, for what is not in it',
      allowing(['sms']),
      'email',
      { method: 'sms', other: null, starts: 'sms' },
    ],
    ['all, if fixed', allowing(['email', 'sms'], 'fixed'), 'sms', { method: 'email', other: 'sms' }],
    ['what is enabled', allowing(), undefined, { method: 'email', other: 'sms', starts: 'email' }],
  ])('expects %s', (_name, settings, connection, shown) => {
    const request = {
      what: '',
      hosted: connection === undefined ? {} : { connection },
      enabled: [email, sms],
    };
    const wanted = expected(settings, request);
    expect(wanted).toMatchObject(shown);
    expect(brokenPromises(settings, request, wanted)).toEqual([]);
  });

  it.each<[string, string[] | undefined, string | undefined, Partial<Shown>, RegExp]>([
    ['another connection than what was asked for', undefined, 'sms', { starts: 'email' }, /does not get it/],
    [
      'a connection that is not allowed',
      ['sms'],
      undefined,
      { starts: 'email' },
      /connections\.allow does not name/,
    ],
    ['a connection that is not enabled', undefined, undefined, { starts: 'fax' }, /has not enabled/],
    ['a social one that is not allowed', ['sms'], undefined, { social: ['email'] }, /does not name/],
    ['a failure', undefined, undefined, { isFailure: true }, /no way to log in/],
  ])('notices %s', (_name, allow, connection, shown, problem) => {
    const request = {
      what: '',
      hosted: connection === undefined ? {} : { connection },
      enabled: [email, sms],
    };
    expect(brokenPromises(allowing(allow), request, { ...nothing, ...shown }).join()).toMatch(problem);
  });

  it('notices a form where nothing is enabled', () => {
    const request = { what: '', hosted: {}, enabled: [] };
    expect(brokenPromises(allowing(), request, nothing)).toEqual([
      'Nothing is enabled, and there is a form.',
    ]);
  });
});
