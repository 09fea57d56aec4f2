import { describe, expect, it } from 'vitest';
import type { Dictionary, PageData } from '../../src/page/PageData.ts';
import { dictionary, lockDictionary } from '../../src/pipeline/dictionary.ts';
import { missingTexts } from '../../src/pipeline/words/missingTexts.ts';
import { textsProblems } from '../../src/pipeline/words/textsProblems.ts';
import { words } from '../../src/pipeline/words/words.ts';
import { wordsOf } from '../../src/pipeline/words/wordsOf.ts';
import { type Language, languages } from '../../src/settings/languages.ts';
import { page } from '../support/page.ts';

/** Every text of a tree, by its path. */
function texts(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? texts(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)] as [string, string]],
  );
}

describe('words', () => {
  const english = new Map(texts(words.en));
  it.each(languages.filter((it) => it !== 'en'))('are all said in %s, none in English', (language) => {
    const own = texts(words[language]);
    expect(own.map(([path]) => path)).toEqual([...english.keys()]);
    expect(own.filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(own.filter(([path, text]) => english.get(path) === text)).toEqual([]);
  });

  it.each(languages)('name the brand in %s', (language) => {
    expect(words[language].title.split('{brand}')).toHaveLength(2);
    expect(texts(words[language]).filter(([, text]) => text.includes('{brand}'))).toHaveLength(1);
  });

  it.each(languages)('name who the code was sent to in %s, as English does', (language) => {
    const holes = (of: Dictionary) =>
      texts(of).map(([path, text]) => [path, (text.match(/%[sd]/g) ?? []).length]);
    const withHoles = (of: Dictionary) =>
      holes(of).filter(([path]) => /passwordless|magicLink/.test(String(path)));
    expect(withHoles(dictionary(language))).toEqual(withHoles(dictionary('en')));
  });
});

describe('one card says one word for one thing', () => {
  const settings = /<script id="page-settings"[^>]*>(.*?)<\/script>/s.exec(page('languages'))?.[1] ?? '{}';
  const built = (JSON.parse(settings) as PageData).languages;
  /** What Lock can show of its dictionary where it logs in by SMS, by email and by social connections. */
  const SHOWN =
    /^(?:passwordless|codeInput|captcha|phoneNumberInput|resend|retry|sent|failed|signUpTerms|signUpWith|loginWith|lastLogin|notYour|submitLabel|blank(?:Email|Captcha)?Error|invalid(?:Email)?Error|success\.(?:logIn|magicLink)$|error\.passwordless\.invalid_)/;
  /** All that the built page can show in one language; Lock carries English itself. */
  function shown(language: string): Map<string, string> {
    const data = built[language];
    const { dictionary: own = lockDictionary('en'), lockTexts = {}, words: pageWords = {} } = data ?? {};
    const lock = new Map([...texts(own), ...texts(lockTexts)].filter(([path]) => SHOWN.test(path)));
    for (const [path, text] of texts(pageWords)) lock.set(`words.${path}`, text);
    return lock;
  }

  it.each<[Language, RegExp]>([
    ['en', /\bsign(?:ing|ed)?[- ]?(?:in|up)\b|terms of service/i],
    [
      'es',
      /\b(?:usted|le hemos|ya puede|no tiene el|mire|su (?:cuenta|correo|teléfono|número|conexión|solicitud)|ingrese|introduzca|compruebe|pida|espere|vuelva|póngase|seleccione|resuelva|contacte|tiene acceso|recibió|inició)\b|\bemail\b|registr|suscri|términos/i,
    ],
    ['fr', /courriel|messagerie|\bemail\b|inscri|entrez/i],
    ['de', /\b(?:du|deine?)\b|registrier|einloggen|\blogin|datenschutzbestimmung|\bemail\b/i],
    [
      'pt-br',
      /\bemail\b|inscrev|cadastr|fazer (?:seu )?login|login com|log in|termos de serviço|tente de novo/i,
    ],
    ['it', /\bemail\b|\blogin\b|si prega|termini di servizio|iscriv|registra/i],
    ['nl', /\b(?:uw|u)\b|aanmelden|aangemeld|aan te melden|gebruikersaccount|servicevoorwaarden|\bemail\b/i],
    ['ja', /サインアップ|サインイン|登録|あなた/],
    ['zh', /代码|帐户|账户|服务条款|电话号码|注册|你/],
    ['ar', /(?<!(?:تسجيل|سجّلت|سجّل) (?:ال)?)(?<!ال)(?:ال)?دخول/],
  ])('in %s', (language, other) => {
    const all = shown(language);
    expect(all.size).toBeGreaterThan(70);
    // Where one is rightly something else: the example of an address.
    const clashing = [...all].filter(([path, text]) => path !== 'emailInputPlaceholder' && other.test(text));
    expect(clashing).toEqual([]);
    const lower = (path: string) => (all.get(path) ?? '').toLowerCase();
    for (const link of ['words.terms', 'words.privacy']) expect(lower('signUpTerms')).toContain(lower(link));
    expect(lower('signUpWithLabel')).toBe(lower('loginWithLabel'));
  });
});

describe('wordsOf', () => {
  it('lays a team’s own over ours, and leaves Lock’s out', () => {
    const own = { en: { tryAgain: 'Once more', error: { wrongCode: 'No.' }, lock: { submitLabel: 'Go' } } };
    expect(wordsOf({ texts: own }, 'en')).toEqual({
      ...words.en,
      tryAgain: 'Once more',
      error: { ...words.en.error, wrongCode: 'No.' },
    });
    expect(wordsOf({ texts: own }, 'es')).toEqual(words.es);
  });
});

describe('textsProblems', () => {
  it.each<[string, unknown]>([
    ['no texts', {}],
    ['no settings at all', null],
    [
      'some of each',
      { texts: { en: { tryAgain: 'x', failure: { slow: 'x' }, lock: { submitLabel: 'x' } } } },
    ],
    ['an empty text of Lock’s', { texts: { en: { lock: { passwordlessSMSInstructions: '' } } } }],
    [
      'one that Lock looks up and does not have',
      { texts: { en: { lock: { phoneNumberInputInvalidHint: 'x' } } } },
    ],
    ['one of Lock’s errors', { texts: { en: { lock: { error: { passwordless: { 'bad.email': 'x' } } } } } }],
    [
      'any code of Auth0’s in Lock’s dictionary',
      {
        lock: {
          options: {
            languageDictionary: { title: '', error: { passwordless: { invalid_user_password: 'No' } } },
          },
        },
      },
    ],
    ['a language that the page has', { languages: ['es'], texts: { es: { terms: 'x' } } }],
  ])('finds none: %s', (_name, settings) => {
    expect(textsProblems(settings)).toEqual([]);
  });

  it.each<[string, object, string]>([
    [
      'a list',
      { texts: ['x'] },
      'texts: expected an object by language such as { en: { tryAgain: "Once more" } }, received ["x"].',
    ],
    [
      'another language',
      { texts: { fr: {} } },
      'texts.fr: expected one of the page\'s languages (en), received "fr".',
    ],
    [
      'no language',
      { texts: { tryAgain: 'x' } },
      'texts.tryAgain: expected one of the page\'s languages (en), received "tryAgain".',
    ],
    ['a text for a language', { texts: { en: 'x' } }, 'texts.en: expected an object of texts, received "x".'],
    [
      'a typo',
      { texts: { en: { tryagain: 'x' } } },
      'texts.en.tryagain: there is no such text. Did you mean "tryAgain"?',
    ],
    [
      'a typo within',
      { texts: { en: { failure: { slwo: 'x' } } } },
      'texts.en.failure.slwo: there is no such text. Did you mean "slow"?',
    ],
    [
      'a typo of Lock’s',
      { texts: { en: { lock: { submitLable: 'x' } } } },
      'texts.en.lock.submitLable: there is no such text. Did you mean "submitLabel"? The texts of Lock are ',
    ],
    [
      'a typo in Lock’s dictionary',
      { lock: { options: { languageDictionary: { error: { passwordles: {} } } } } },
      'lock.options.languageDictionary.error.passwordles: there is no such text. Did you mean "passwordless"?',
    ],
    [
      'nothing for a group of Lock’s dictionary',
      { lock: { options: { languageDictionary: { error: null } } } },
      'lock.options.languageDictionary.error: expected an object of texts, received null.',
    ],
    ['a prototype', { texts: { en: { constructor: 'x' } } }, 'texts.en.constructor: there is no such text.'],
    [
      'an empty text',
      { texts: { en: { tryAgain: ' ' } } },
      'texts.en.tryAgain: expected a text of 1 to 1000 characters',
    ],
    ['a number', { texts: { en: { tryAgain: 1 } } }, 'received 1.'],
    [
      'a group as a text',
      { texts: { en: { failure: 'x' } } },
      'texts.en.failure: expected an object of texts, received "x".',
    ],
    [
      'a long text',
      { texts: { en: { tryAgain: 'x'.repeat(1001) } } },
      'texts.en.tryAgain: expected a text of 1 to 1000 characters',
    ],
    [
      'a placeholder of deploy-cli',
      { texts: { en: { lock: { title: '@@config@@' } } } },
      'without "@@" or "##"',
    ],
  ])('finds %s', (_name, settings, problem) => {
    expect(textsProblems(settings)).toEqual([expect.stringContaining(problem)]);
  });
});

describe('missingTexts', () => {
  it('finds none in any language that the page can speak', () => {
    expect(missingTexts({ languages: ['en', ...languages.slice(1)], texts: {} })).toEqual([]);
  });

  it('lists those that neither Lock nor the team has, by language', () => {
    const dictionaries: Readonly<Record<string, Dictionary>> = {
      en: { one: '1', two: '2', error: { three: '3', four: '4' } },
      es: { one: 'uno', error: { three: 'tres' } },
      fr: { one: 'un', two: 'deux', error: 'none' },
    };
    const read = (language: string) => dictionaries[language] ?? {};
    const texts = { es: { lock: { error: { four: 'cuatro' } } } };
    const found = missingTexts({ languages: ['en', 'es', 'fr'], texts }, read);
    expect(found.map(({ what }) => what)).toEqual([
      'Lock has no text in "es" for two: English stands there.',
      'Lock has no text in "fr" for error.three, error.four: English stands there.',
    ]);
    expect(found.every(({ severity }) => severity === 'warning')).toBe(true);
  });
});
