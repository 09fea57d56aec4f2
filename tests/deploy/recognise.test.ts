import { describe, expect, it } from 'vitest';
import { chooseSavedPage } from '../../src/deploy/backups/chooseSavedPage.ts';
import { knownBuilds } from '../../src/deploy/backups/knownBuilds.ts';
import type { SavedPage } from '../../src/deploy/backups/SavedPage.ts';
import { planChange } from '../../src/deploy/pages/Change.ts';
import { fingerprint } from '../../src/deploy/pages/LivePage.ts';
import type { Origin } from '../../src/deploy/pages/Origin.ts';
import { recognise } from '../../src/deploy/pages/recognise.ts';
import { page } from '../support/page.ts';

const originOf = (html: string, known = new Map<string, string>()) =>
  recognise({ html, isOn: true }, fingerprint({ html, isOn: true }).sha256, known);

describe('a live page', () => {
  const ours = page();
  it.each<[string, string, Origin]>([
    ['none', '', { kind: 'none' }],
    ['white space', ' \n', { kind: 'none' }],
    ['of another build', page('open'), { kind: 'ours', isWhole: true }],
    ['of another build, with React', page('react'), { kind: 'ours', isWhole: true }],
    ['with Lock from the CDN', page('cdn'), { kind: 'ours', isWhole: true }],
    [
      'of another build, pasted with other line ends',
      ours.replace(/\n/g, '\r\n'),
      { kind: 'ours', isWhole: true },
    ],
    ['of another build, pasted without its last line end', ours.trimEnd(), { kind: 'ours', isWhole: true }],
    [
      'edited in its markup',
      ours.replace('<main', '<p>Edited by Bob</p><main'),
      { kind: 'ours', isWhole: false },
    ],
    ['edited in its style', ours.replace('</style>', 'b{}</style>'), { kind: 'ours', isWhole: false }],
    ['with a space more', ours.replace('<body', '<body '), { kind: 'ours', isWhole: false }],
    ['without its seal', ours.replace(/,"seal":"\w+"/, ''), { kind: 'ours', isWhole: false }],
    [
      'edited and sealed with nothing',
      ours.replace(/"seal":"\w+"/, `"seal":"${'0'.repeat(16)}"`),
      { kind: 'ours', isWhole: false },
    ],
    ['cut', ours.slice(0, -20), { kind: 'ours', isWhole: false }],
    ['with a changed script', ours.replace('function', 'functio'), { kind: 'ours', isWhole: false }],
    [
      'with a second script',
      ours.replace('</body>', '<script>x()</script></body>'),
      { kind: 'ours', isWhole: false },
    ],
    ['without its marker', ours.replace('@@config@@', 'x'), { kind: 'ours', isWhole: false }],
    ['written by hand', '<html>@@config@@</html>', { kind: 'foreign' }],
    ['that only names our blocks', '<!-- page-settings hosted-config -->@@config@@', { kind: 'foreign' }],
    [
      'with other blocks of those names',
      '<script id="hosted-config" type="text/plain">@@config@@</script><script id="page-settings" type="application/json">{}</script>',
      { kind: 'foreign' },
    ],
  ])('%s', (_, html, origin) => expect(originOf(html)).toEqual(origin));

  it('is known by its hash, whatever its line endings', () => {
    const known = new Map([[fingerprint({ html: 'a\nb\n', isOn: true }).sha256, 'dist/x.html']]);
    for (const html of ['a\r\nb\r\n', 'a\rb', 'a\nb', 'a\nb\n\n']) {
      expect(originOf(html, known)).toEqual({
        kind: 'known',
        what: 'dist/x.html, except for its line endings',
      });
    }
    expect(originOf('a b', known)).toEqual({ kind: 'foreign' });
  });

  it('is known by its hash before all', () => {
    const { sha256 } = fingerprint({ html: 'x', isOn: true });
    expect(originOf('x', new Map([[sha256, 'dist/x.html']]))).toEqual({ kind: 'known', what: 'dist/x.html' });
  });
});

describe('a change', () => {
  const print = (html: string, isOn = true) => fingerprint({ html, isOn });
  const foreign: Origin = { kind: 'foreign' };
  const ours: Origin = { kind: 'ours', isWhole: true };
  const changed: Origin = { kind: 'ours', isWhole: false };
  it.each<[string, ReturnType<typeof print>, Origin, ReturnType<typeof print>, string, boolean]>([
    ['the same page', print('a'), ours, print('a'), 'none', false],
    ['the same page, off', print('a', false), ours, print('a'), 'switch', false],
    ['a page of ours', print('b'), ours, print('a'), 'replace', false],
    ['ours, changed since', print('b'), changed, print('a'), 'replace', true],
    ['ours, changed since, off', print('b', false), changed, print('a'), 'replace', false],
    ["someone else's", print('b'), foreign, print('a'), 'replace', true],
    ["someone else's, off", print('b', false), foreign, print('a'), 'replace', false],
    ["someone else's, to be turned off", print('b'), foreign, print('b', false), 'switch', false],
    ['never customised', print('', false), { kind: 'none' }, print('a'), 'first', false],
    ['never customised, on by default', print(''), { kind: 'none' }, print('a'), 'first', false],
    ['empty and to stay so', print('', false), { kind: 'none' }, print('', true), 'none', false],
  ])('of %s', (_, shown, origin, wanted, kind, needsForce) => {
    const place = { domain: 'acme.eu.auth0.com', clientId: 'x', application: null };
    expect(planChange({ place, shown, origin, wanted, what: '' })).toMatchObject({ kind, needsForce });
  });
});

describe('saved pages', () => {
  const saved = (id: string, sha256: string, over: Partial<SavedPage> = {}): SavedPage => ({
    id,
    domain: 'acme.eu.auth0.com',
    clientId: 'global',
    application: null,
    isOn: true,
    sha256: sha256.padEnd(64, '0'),
    bytes: 3,
    savedAt: '2026-11-24T08:40:50.000Z',
    replacedBy: { sha256: `b${id}`, what: 'dist/login.html', commit: 'dcaeb59' },
    ...over,
  });
  const pages = [
    saved('20261124-084050-000003', 'abcdef3'),
    saved('20261124-084050-000002', 'abcdef2'),
    saved('20261124-084050-000001', 'abcdef2'),
    saved('20261124-084050-000000', '123456', { clientId: 'shop', application: 'Shop' }),
  ];

  it.each([
    ['20261124-084050-000001', '20261124-084050-000001'],
    ['ABCDEF3', '20261124-084050-000003'],
    ['abcdef2', '20261124-084050-000002'],
    ['123456', '20261124-084050-000000'],
  ])('%s is %s', (wanted, id) => expect(chooseSavedPage(pages, wanted).id).toBe(id));

  it.each([
    ['abcdef', /the hash of several saved pages; give the id of one:\n {2}20261124-084050-000003/],
    ['12345', /no saved page/],
    ['20261124', /no saved page/],
    ['../../etc/passwd', /no saved page/],
  ])('%s is none', (wanted, message) => expect(() => chooseSavedPage(pages, wanted)).toThrow(message));

  it('tell which builds were deployed', () => {
    expect([
      ...knownBuilds([
        ...pages,
        saved('x', 'y', { replacedBy: { sha256: 'z', what: 'saved page x', commit: null } }),
      ]),
    ]).toEqual(
      pages.map(({ id }) => [`b${id}`, 'dist/login.html of commit dcaeb59, deployed 2026-11-24 08:40 UTC']),
    );
  });
});
