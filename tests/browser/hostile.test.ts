import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../src/chromium/launch.ts';
import { NO_LOGO, panelLogo } from '../../src/page/panelLogo.ts';
import { page } from '../support/page.ts';
import { type PageShape, pageShape } from '../support/pageShape.ts';
import { payloads } from '../support/payloads.ts';
import { covers } from '../support/quality/covers.ts';
import { type Opening, ServedPage } from '../support/ServedPage.ts';

/** A request, as far as it can be hostile: the hosted config that it leads to, and the page's own address. */
interface Attack {
  hosted: Record<string, unknown>;
  internalOptions: Record<string, unknown>;
  query: [string, string][];
  fragment: string;
}

/** Puts one payload where a field is. */
type Field = (attack: Attack, value: unknown) => void;

const param =
  (name: string): Field =>
  ({ internalOptions }, value) => {
    internalOptions[name] = value;
  };
const hosted =
  (name: string): Field =>
  (attack, value) => {
    attack.hosted[name] = value;
  };
const colors =
  (name: string): Field =>
  (attack, value) => {
    attack.hosted['colors'] = { ...(attack.hosted['colors'] as object), [name]: value };
  };
const asText = (value: unknown) =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(/[\ud800-\udfff]/gu, '\ufffd');

/** Fields that do not hide one another. */
const ALWAYS: Readonly<Record<string, Field>> = {
  login_hint: param('login_hint'),
  ui_locales: param('ui_locales'),
  'prompt, as a parameter': param('prompt'),
  screen_hint: param('screen_hint'),
  response_type: param('response_type'),
  response_mode: param('response_mode'),
  scope: param('scope'),
  audience: param('audience'),
  nonce: param('nonce'),
  code_challenge: param('code_challenge'),
  'auth0Client, as a parameter': param('auth0Client'),
  'a custom parameter': param('campaign'),
  'the name of a custom parameter': ({ internalOptions }, value) => {
    Object.defineProperty(internalOptions, asText(value), { value: asText(value), enumerable: true });
  },
  prompt: hosted('prompt'),
  icon: hosted('icon'),
  extraParams: ({ hosted }, value) => {
    hosted['extraParams'] = { campaign: value, [asText(value).slice(0, 99)]: value };
  },
  '?auth0Client=': ({ query }, value) => query.push(['auth0Client', asText(value)]),
  'another query parameter': ({ query }, value) => query.push(['campaign', asText(value)]),
  'the name of another query parameter': ({ query }, value) => query.push([asText(value), 'x']),
  fragment: (attack, value) => {
    attack.fragment = asText(value);
  },
};
/** Two rounds, since `connection` hides `allowedConnections`, and `dict` is one thing or the other. */
const ROUNDS: readonly Readonly<Record<string, Field>>[] = [
  {
    ...ALWAYS,
    connection: hosted('connection'),
    dict: hosted('dict'),
    'colors.primary': colors('primary'),
    'colors.page_background': colors('page_background'),
  },
  {
    ...ALWAYS,
    allowedConnections: param('allowedConnections'),
    'dict.signin.title': (attack, value) => {
      attack.hosted['dict'] = { signin: { title: value } };
    },
    'colors.page_background, a gradient': ({ hosted }, value) => {
      hosted['colors'] = {
        page_background: { type: 'linear-gradient', start: '#fff', end: value, angle_deg: value },
      };
    },
    'fragment, as an answer of Auth0': (attack, value) => {
      const text = encodeURIComponent(asText(value));
      attack.fragment = `error=${text}&error_description=${text}&access_token=${text}&id_token=${text}&state=x`;
    },
  },
];
const ownFields = (round: number) => Object.keys(ROUNDS[round] ?? {}).filter((name) => !(name in ALWAYS));

/** Every field with another payload: over all turns, each field meets each payload. */
function attackOf(fields: Readonly<Record<string, Field>>, turn: number): Attack {
  const attack: Attack = { hosted: {}, internalOptions: {}, query: [], fragment: '' };
  Object.values(fields).forEach((put, index) => {
    put(attack, payloads[(turn + index * 13) % payloads.length]?.value);
  });
  Object.assign(attack.internalOptions, {
    state: 'login-transaction',
    _csrf: 'token',
    _intstate: 'deprecated',
  });
  return attack;
}

function addressOf({ query, fragment }: Attack): string {
  const pairs = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return `?${pairs.join('&')}#${fragment}`;
}

let browser: Browser;
const open: ServedPage[] = [];
beforeAll(async () => {
  browser = await launch();
  open.push(...(await Promise.all([1, 2].map(() => ServedPage.in(browser, page('open'))))));
});
afterAll(async () => {
  await Promise.all(open.map((served) => served.close()));
  await browser.close();
});

async function attackOn(served: ServedPage, { hosted, internalOptions, ...rest }: Attack) {
  const opening = await served.open(
    { ...hosted, internalOptions },
    addressOf({ hosted, internalOptions, ...rest }),
  );
  return { opening, shape: await served.page.evaluate(pageShape) };
}

/** What has gone wrong, for a person to read; nothing when all is well. */
function wrongs(
  attack: Attack,
  opening: Opening,
  shape: PageShape,
  usual: readonly (readonly string[])[],
): string[] {
  // The one address that is loaded: the dashboard's icon, an image at an `https:` address and nothing else.
  const icon = panelLogo(undefined, attack.hosted['icon']);
  const isIcon = ({ url, type }: Opening['requested'][number]) =>
    type === 'image' &&
    icon.startsWith('https://') &&
    URL.canParse(icon) &&
    url === new URL(icon).href.replace(/#.*/, '');
  const strayed = opening.requested.filter((request) => !isIcon(request));
  const complaints = opening.complaints.filter(
    (it) =>
      !(icon.startsWith('https://') && /Failed to load resource: net::ERR/.test(it)) &&
      !/^Login page: The request asks for connections that this page cannot offer: [\w, -]+\. The application has enabled: email, sms\.$/.test(
        it,
      ),
  );
  const styles = shape.styles.filter((it) =>
    [...it.matchAll(/url\(["']?([^"')]*)/g)].some(([, url = '']) => !url.startsWith('data:') && url !== icon),
  );
  return [
    ...opening.executed.map((it) => `executed: ${it}`),
    ...strayed.map(({ url, type }) => `requested: ${type} ${url}`),
    ...complaints.map((it) => `complained: ${it}`),
    ...styles.map((it) => `styled: ${it}`),
    ...shape.polluted.map((it) => `polluted: ${it}`),
    ...(shape.usable ? [] : ['not usable']),
    ...unusual(
      shape.elements.map((it) => it.replace(` src=${icon}`, ` src=${NO_LOGO}`)),
      usual,
    ).map((it) => `unusual: ${it}`),
  ];
}

/** Elements that are in none of the usual pages, or missing from the most similar of them. */
function unusual(elements: readonly string[], usual: readonly (readonly string[])[]): string[] {
  const differences = usual.map((known) => [
    ...elements.filter((it) => !known.includes(it)),
    ...known.filter((it) => !elements.includes(it)).map((it) => `no ${it}`),
    ...(elements.length === known.length ? [] : [`${elements.length} elements, not ${known.length}`]),
  ]);
  return differences.sort((one, other) => one.length - other.length)[0] ?? [];
}

describe('a hostile request', () => {
  it.for(ROUNDS.map((fields, round) => [round, fields] as const))(
    'is text or nothing, whatever it puts where: round %i',
    { timeout: 300_000 },
    async ([round, fields], context) => {
      const usual: string[][] = [];
      for (const connection of ['email,sms', 'sms,email', 'sms', 'email']) {
        const harmless = { hosted: { connection }, internalOptions: { state: 'x' }, query: [], fragment: '' };
        const { shape } = await attackOn(open[0] as ServedPage, harmless);
        usual.push(shape.elements);
      }
      const found: string[] = [];
      let turn = 0;
      await Promise.all(
        open.map(async (served) => {
          while (turn < payloads.length) {
            const mine = turn++;
            const attack = attackOf(fields, mine);
            const { opening, shape } = await attackOn(served, attack);
            const wrong = wrongs(attack, opening, shape, usual);
            if (wrong.length > 0)
              found.push(
                `turn ${mine}: ${wrong.join('; ').slice(0, 1_000)}\n${JSON.stringify(attack).slice(0, 3_000)}`,
              );
          }
        }),
      );
      expect(found.slice(0, 3)).toEqual([]);
      expect(turn, ownFields(round).join(', ')).toBe(payloads.length);
      const count = Object.keys(fields).length;
      covers(
        context,
        'Hostile input',
        `round ${round + 1}: ${payloads.length} payloads, each in ${count} fields, ${payloads.length * count} pairs, in Chromium`,
        'nothing executed, fetched from elsewhere, thrown, polluted or blank',
      );
    },
  );
});
