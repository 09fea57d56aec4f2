import { describe, expect, it } from 'vitest';
import { chooseConnections, unknownConnections } from '../../src/page/chooseConnections.ts';

type Row = [
  name: string,
  settings: { allow?: string[]; choose?: 'request' | 'fixed' },
  connection: unknown,
  allowedConnections: unknown,
  enabled: string[] | undefined,
  expected: string[] | null,
];

const both = ['sms', 'email'];
const fifty = Array.from({ length: 50 }, (_, index) => `c${index}`);
const many = Array.from({ length: 10_000 }, (_, index) => `c${index}`);

const rows: Row[] = [
  // 1. fixed
  ['fixed ignores connection', { allow: both, choose: 'fixed' }, 'email', undefined, undefined, both],
  ['fixed ignores allowedConnections', { allow: both, choose: 'fixed' }, null, 'email', undefined, both],
  [
    'fixed keeps its order',
    { allow: ['email', 'sms'], choose: 'fixed' },
    'sms,email',
    '',
    undefined,
    ['email', 'sms'],
  ],
  ['fixed drops what is not enabled', { allow: both, choose: 'fixed' }, null, null, ['email'], ['email']],
  [
    'fixed falls back to what is enabled',
    { allow: both, choose: 'fixed' },
    null,
    null,
    ['github'],
    ['github'],
  ],
  // 2. what was requested
  ['a name in connection', {}, 'sms', undefined, undefined, ['sms']],
  ['a list in connection', {}, 'sms,email', undefined, undefined, both],
  ['connection goes before allowedConnections', {}, 'sms', 'email', undefined, ['sms']],
  ['an empty connection gives way', {}, '', 'email', undefined, ['email']],
  ['a connection of commas gives way', {}, ' , ,', 'email', undefined, ['email']],
  ['null gives way', {}, null, 'email', undefined, ['email']],
  ['one name in allowedConnections', {}, null, 'sms', undefined, ['sms']],
  ['a comma-separated string', {}, null, 'sms,email', undefined, both],
  ['the order is kept', {}, null, 'email,sms', undefined, ['email', 'sms']],
  ['spaces around names', {}, null, '  sms ,\temail\n', undefined, both],
  ['stray commas', {}, null, ',sms,,email,', undefined, both],
  ['repeated names', {}, null, 'sms,email,sms,sms', undefined, both],
  ['repeated after trimming', {}, null, 'sms, sms', undefined, ['sms']],
  ['an array', {}, null, ['email', 'sms'], undefined, ['email', 'sms']],
  ['an array in connection', {}, ['sms'], 'email', undefined, ['sms']],
  ['an empty array', {}, [], [], undefined, null],
  ['spaces in an array', {}, null, [' sms ', ''], undefined, ['sms']],
  ['a comma in an array stays', {}, null, ['sms,email'], undefined, ['sms,email']],
  ['an array of other things', {}, null, [1, null, {}, ['sms'], 'email'], undefined, ['email']],
  ['an object', {}, { 0: 'sms', length: 1 }, { name: 'sms' }, undefined, null],
  ['numbers', {}, 7, 7, undefined, null],
  ['booleans', {}, true, false, undefined, null],
  ['nothing at all', {}, undefined, undefined, undefined, null],
  ['capitals are other names', {}, 'SMS', undefined, undefined, ['SMS']],
  ['__proto__ is a name like any other', {}, '__proto__', undefined, undefined, ['__proto__']],
  ['markup is a name like any other', {}, '<img src=x>', undefined, undefined, ['<img src=x>']],
  ['10,000 names', {}, null, many.join(','), undefined, fifty],
  ['10,000 names in an array', {}, null, many, undefined, fifty],
  ['10,000 times one name', {}, null, 'sms,'.repeat(10_000), undefined, ['sms']],
  // 3. with allow
  ['what is allowed of the request', { allow: both }, 'email', undefined, undefined, ['email']],
  ['in requested order', { allow: both }, null, 'email,sms', undefined, ['email', 'sms']],
  ['the rest is dropped', { allow: both }, null, 'github,email,auth0', undefined, ['email']],
  ['nothing allowed is asked for', { allow: both }, 'github', undefined, undefined, both],
  ['nothing is asked for', { allow: both }, null, '', undefined, both],
  ['__proto__ is not allowed', { allow: both }, '__proto__', 'constructor', undefined, both],
  ['a capital is not allowed', { allow: both }, 'SMS', undefined, undefined, both],
  [
    'allowed beyond the fiftieth name is not read',
    { allow: ['sms'] },
    null,
    [...many, 'sms'],
    undefined,
    ['sms'],
  ],
  // 4. without allow
  ['whatever the application has', {}, null, null, undefined, null],
  // 5. what is enabled
  ['no restriction becomes what is enabled', {}, null, null, ['email', 'sms'], ['email', 'sms']],
  ['not enabled is dropped', { allow: both }, null, null, ['email'], ['email']],
  ['requested but not enabled', {}, 'sms', null, ['email'], ['email']],
  ['requested in part', {}, 'sms,email', null, ['email', 'github'], ['email']],
  ['an unknown name', {}, 'telepathy', null, both, both],
  ['falls back to what is allowed first', { allow: both }, 'sms', null, ['github', 'email'], ['email']],
  ['falls back to anything enabled', { allow: both }, 'sms', null, ['github'], ['github']],
  ['nothing is enabled', { allow: both }, 'sms', null, [], []],
  ['nothing is enabled or asked for', {}, null, null, [], []],
  ['__proto__ is not enabled', {}, '__proto__', null, ['sms'], ['sms']],
];

describe('chooseConnections', () => {
  it.each(rows)(
    '%s',
    (_name, { allow, choose = 'request' }, connection, allowedConnections, enabled, expected) => {
      const settings = { choose, ...(allow !== undefined && { allow }) };
      const hosted = { connection, internalOptions: { allowedConnections } };
      expect(chooseConnections(settings, hosted, enabled)).toEqual(expected);
    },
  );

  it('does not read allowedConnections from a prototype', () => {
    const internalOptions = Object.create({ allowedConnections: undefined }) as Record<string, unknown>;
    expect(chooseConnections({ choose: 'request' }, { internalOptions })).toBeNull();
  });

  it('leaves its input as it was', () => {
    const allow = Object.freeze(['sms', 'email']);
    const internalOptions = Object.freeze({ allowedConnections: Object.freeze(['email']) });
    expect(
      chooseConnections({ allow, choose: 'request' }, { internalOptions }, Object.freeze(['email'])),
    ).toEqual(['email']);
  });
});

describe('unknownConnections', () => {
  const told = (connection: unknown, allow?: string[], choose: 'request' | 'fixed' = 'request') =>
    unknownConnections(
      { choose, ...(allow !== undefined && { allow }) },
      { connection, internalOptions: { allowedConnections: ['twitter'] } } as never,
      both,
    );
  it.each<[unknown, string[] | undefined, RegExp | null]>([
    ['sms,email', undefined, null],
    ['sms', ['email'], /cannot offer: sms\. .* enabled: sms, email\. connections\.allow: email\.$/],
    ['fax,sms', undefined, /cannot offer: fax\. .* enabled: sms, email\.$/],
    [null, undefined, /cannot offer: twitter\./],
    ['zoe@example.com,fax,<b>,\u001b[31m', undefined, /cannot offer: fax, 3 more\./],
    ['zoe@example.com', undefined, null],
    [many, undefined, /cannot offer: c0, c1, .*c9, 40 more\./],
  ])('for %j with allow %j', (connection, allow, expected) => {
    if (expected === null) expect(told(connection, allow)).toBeNull();
    else expect(told(connection, allow)).toMatch(expected);
  });

  it('where the request is not read: nothing', () => expect(told('fax', both, 'fixed')).toBeNull());
});
