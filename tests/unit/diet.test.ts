import { build } from 'esbuild';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import qs from 'qs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from '../../src/page/lock/diet/qs.ts';
import { lockBundleOptions } from '../../src/pipeline/bundleOptions.ts';
import { cutsOf } from '../../src/pipeline/lock-diet/cutsOf.ts';
import { lockDiet } from '../../src/pipeline/lock-diet/lockDiet.ts';
import { propTypes } from '../../src/pipeline/lock-diet/propTypes.ts';
import { slimSvgs } from '../../src/pipeline/lock-diet/slimSvgs.ts';
import { style } from '../../src/pipeline/lock-diet/style.ts';
import { cuts } from '../../src/settings/cuts.ts';
import { root } from '../support/paths.ts';

const key = { renderer: 'preact', icons: [], uncut: [] } as const;

/** The bundle's text, or why there is none. */
async function bundle(options: Parameters<typeof lockBundleOptions>[1]): Promise<string> {
  const { outputFiles } = await build({ ...lockBundleOptions(root, options), write: false });
  return outputFiles[0]?.text ?? '';
}

describe('Lock’s bundle', () => {
  it('holds nothing of what the cuts take away', async () => {
    const text = await bundle(key);
    const gone = [
      'auth0-lock-password-strength',
      'signUpTermsAgreement"',
      'kerberos',
      'gravatar.com',
      'side-channel',
      'superagent',
      'window.cordova.',
      'validateAccessToken=',
      'data-provider^=github',
    ];
    expect(gone.filter((what) => text.includes(what))).toEqual([]);
    // What it must never lose.
    const kept = [
      '/passwordless',
      'verify_redirect',
      'co/authenticate',
      'recaptcha',
      'hcaptcha',
      'turnstile',
    ];
    expect(kept.filter((what) => !text.toLowerCase().includes(what))).toEqual([]);
  });

  it.each(cuts)('can be made without the cut %s, and is not smaller for it', async (cut) => {
    const icons = cut === 'socialIcons' ? null : [];
    const [all, one] = await Promise.all([bundle(key), bundle({ ...key, icons, uncut: [cut] })]);
    expect(one.length).toBeGreaterThanOrEqual(all.length);
  });

  it('can be made without any cut', async () => {
    expect((await bundle({ renderer: 'react', icons: null, uncut: cuts })).length).toBeGreaterThan(1_000_000);
  });
});

/** What the tests below ask of Lock's inside, as it is in the page. */
interface Inside {
  readClient(settings: object): Policies;
  readTenant(settings: object): Policies;
  askSession(done: (error: unknown, data: unknown) => void): void;
}
/** Lock's connections, but for the tests of a password. */
type Policies = { database: { passwordPolicy: { length: object } }[] };

describe('what a cut puts in the place of something', () => {
  const contents = `
    import Immutable from 'immutable';
    export * from './src/page/lock/bundled.ts';
    import * as client from 'auth0-lock/lib/core/client/index';
    import * as tenant from 'auth0-lock/lib/core/tenant/index';
    import Api from 'auth0-lock/lib/core/web_api/p2_api';
    export const readClient = (it) => client.clientConnections(client.initClient(Immutable.Map(), it)).toJS();
    export const readTenant = (it) => tenant.tenantConnections(tenant.initTenant(Immutable.Map(), 'a', it)).toJS();
    export const askSession = (done) =>
      new Api('lock', 'a', 'acme.auth0.com', { redirectUrl: 'https://example.com' }).getSSOData(false, done);`;
  async function inside(uncut: typeof cuts | [] = []): Promise<Inside> {
    const { entryPoints: _, ...options } = lockBundleOptions(root, { ...key, icons: null, uncut });
    const stdin = { contents, resolveDir: root };
    const { outputFiles } = await build({ ...options, stdin, write: false });
    const { window } = new JSDOM('', { runScripts: 'outside-only', url: 'https://login.example.com/' });
    return window.eval(
      `(function (module) { ${outputFiles?.[0]?.text}\n; return module.exports; })({ exports: {} })`,
    ) as Inside;
  }

  it('is enough for every password policy that client settings may name', async () => {
    const [whole, slim] = await Promise.all([inside(cuts), inside()]);
    const database = [undefined, null, '', 'none', 'low', 'fair', 'good', 'excellent'].flatMap(
      (passwordPolicy) =>
        [undefined, null, {}, { min_length: 0 }, { min_length: 12 }].map((password_complexity_options) => ({
          name: 'users',
          passwordPolicy,
          password_complexity_options,
          validation: { passwordPolicy, username: { min: 1, max: 15 } },
        })),
    );
    const lengths = ({ database }: Policies) => database.map(({ passwordPolicy }) => passwordPolicy.length);
    const settings = { id: 'a', strategies: [{ name: 'auth0', connections: database }] };
    expect(lengths(slim.readClient(settings))).toEqual(lengths(whole.readClient(settings)));
    const tenant = { connections: { database } };
    expect(lengths(slim.readTenant(tenant))).toEqual(lengths(whole.readTenant(tenant)));
  });

  it('answers when Lock asks for a session on a host that is not the tenant’s', async () => {
    const { askSession } = await inside();
    const answer = new Promise((done) => askSession((...args) => done(args)));
    expect(await answer).toEqual([expect.objectContaining({ error: 'not_in_page' }), { sso: false }]);
  });
});

describe('a cut', () => {
  it.each(cutsOf(root, key).map((cut) => [cut.name, cut] as const))(
    '%s stops the build when Lock is not what it expects',
    async (_name, cut) => {
      const building = build({
        stdin: { contents: 'module.exports = 1;' },
        write: false,
        bundle: true,
        logLevel: 'silent',
        // A folder in which there is nothing of Lock's.
        plugins: [lockDiet(`${root}/brand`, [cut])],
      });
      await expect(building).rejects.toThrow(`The cut "${cut.name}" `);
    },
  );

  it('propTypes stops at a declaration that it does not know', () => {
    const source =
      'var _propTypes = _interopRequireDefault(require("prop-types"));\nlet x = _propTypes.default.any;\n';
    expect(() => propTypes.transform?.(new Map([['a.js', source]]), () => undefined)).toThrow(
      'The cut "propTypes" does not know how a.js declares its propTypes',
    );
  });

  it('style stops when the bundle uses what it took away', () => {
    expect(style({ classicEngine: false }).verify?.('className:"auth0-lock-tabs"')).toMatch(
      /took away the style of auth0-lock-tabs, which the bundle still uses/,
    );
    expect(style({ classicEngine: true }).verify?.('className:"auth0-lock-tabs"')).toBeNull();
  });
});

describe('slimSvgs', () => {
  const encoded = (svg: string) =>
    `a{background:url("data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}")}`;

  it('writes icons as text, without what nobody sees', () => {
    const svg = `<?xml version="1.0"?><!-- By an editor -->\n<svg width="1">\n  <title>Icon</title> <path fill="#fff" d="M0 0"/></svg>`;
    expect(slimSvgs(encoded(svg))).toBe(
      `a{background:url("data:image/svg+xml,<svg width='1'><path fill='%23fff' d='M0 0'/></svg>")}`,
    );
  });

  it('keeps quotes apart where an icon has both, and escapes what would end the style', () => {
    expect(slimSvgs(encoded(`<svg a="it's"><style>b{c:d}</style>é%</svg>`))).toBe(
      `a{background:url("data:image/svg+xml,<svg a=%22it's%22><style>b%7Bc:d%7D</style>%C3%A9%25</svg>")}`,
    );
  });
});

describe('qs', () => {
  const scalar = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(null, undefined, "!'()*~", 'a+b c&d=e', '😀'),
  );
  const tree = fc.letrec((again) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.array(again('node'), { maxLength: 3 }),
      fc.dictionary(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), again('node'), { maxKeys: 3 }),
    ),
  })).node;
  const query = fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1 }), tree, { maxKeys: 5 });

  it('writes what qs writes', () => {
    fc.assert(
      fc.property(query, (value) => {
        expect(stringify(value)).toBe(qs.stringify(value));
      }),
      { numRuns: 2_000 },
    );
  });

  it('writes half a character as one that is none, where encodeURIComponent throws', () => {
    expect(stringify({ a: '\uD800x' })).toBe('a=%EF%BF%BDx');
  });

  it('reads what qs reads, brackets and repetitions left out', () => {
    const flat = fc.dictionary(
      fc.stringMatching(/^[\w-]{1,8}$/).filter((name) => !(name in {})),
      fc.string({ unit: 'grapheme' }),
      {
        maxKeys: 4,
      },
    );
    fc.assert(
      fc.property(flat, (value) => {
        expect({ ...parse(qs.stringify(value)) }).toEqual({ ...qs.parse(qs.stringify(value)) });
      }),
    );
  });

  it('reads text that is not encoded right', () => {
    expect(parse('auth0Client=%E0%A4%A&__proto__=x')['auth0Client']).toContain('%A');
  });
});
