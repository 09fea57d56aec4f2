import type { Dictionary } from '../../page/PageData.ts';
import { describe } from '../../settings/describe.ts';
import { isPlainObject } from '../../settings/isPlainObject.ts';
import { meantLanguage } from '../../settings/meantCode.ts';
import { nearestName } from '../../settings/nearestName.ts';
import { lockDictionary } from '../dictionary.ts';
import { en } from './en.ts';

/** Texts that Lock looks up, though not even its English dictionary has them. */
const UNWRITTEN = { phoneNumberInputInvalidHint: '' };
const LONGEST = 1_000;

/** What is wrong with the texts of one page's settings, a line each. */
export function textsProblems(settings: unknown): string[] {
  if (!isPlainObject(settings)) return [];
  return [...ownProblems(settings), ...dictionaryProblems(settings)];
}

/** Lock takes a text where one of its objects should be, and fails on it. */
function dictionaryProblems({ lock }: Readonly<Record<string, unknown>>): string[] {
  const options = isPlainObject(lock) ? lock['options'] : undefined;
  const dictionary = isPlainObject(options) ? options['languageDictionary'] : undefined;
  return isPlainObject(dictionary) ? problems(dictionary, lockTree, DICTIONARY) : [];
}

function ownProblems({ texts, languages }: Readonly<Record<string, unknown>>): string[] {
  if (texts === undefined) return [];
  if (!isPlainObject(texts)) {
    return [
      `texts: expected an object by language such as { en: { tryAgain: "Once more" } }, received ${describe(texts)}.`,
    ];
  }
  const spoken = Array.isArray(languages) ? languages : ['en'];
  return Object.entries(texts).flatMap(([language, own]) =>
    spoken.includes(language)
      ? problems(own, known, `texts.${language}`)
      : [
          `texts.${language}: expected one of the page's languages (${spoken.join(', ')}), received "${language}".${didYouMean(language, spoken)}`,
        ],
  );
}

function didYouMean(language: string, spoken: readonly unknown[]): string {
  const meant = meantLanguage(language);
  return meant !== null && spoken.includes(meant) ? ` Did you mean "${meant}"?` : '';
}

const lockTree: Tree = { ...lockDictionary('en'), ...UNWRITTEN };
const known: Tree = { ...en, lock: lockTree };
const DICTIONARY = 'lock.options.languageDictionary';
/** Auth0's, of which Lock's dictionary has a few. */
const CODES = `${DICTIONARY}.error.passwordless`;

interface Tree {
  readonly [key: string]: string | Tree | Dictionary;
}

function problems(own: unknown, tree: Tree, path: string): string[] {
  if (!isPlainObject(own)) return [`${path}: expected an object of texts, received ${describe(own)}.`];
  return Object.entries(own).flatMap(([key, value]) => {
    const usual = Object.hasOwn(tree, key) ? tree[key] : path === CODES ? '' : undefined;
    if (usual === undefined) return [unknown(path, key, Object.keys(tree))];
    if (typeof usual === 'object') return problems(value, usual, `${path}.${key}`);
    return isText(value, path)
      ? []
      : [
          `${path}.${key}: expected a text of 1 to ${LONGEST} characters, without "@@" or "##", which deploy-cli looks for, received ${describe(value)}.`,
        ];
  });
}

/** Lock leaves out what is empty: some of its texts are so in English. */
function isText(value: unknown, path: string): boolean {
  if (typeof value !== 'string' || value.length > LONGEST || /@@|##/.test(value)) return false;
  return value.trim() !== '' || path.startsWith(DICTIONARY) || /^texts\.[a-z-]+\.lock(?:\.|$)/.test(path);
}

function unknown(path: string, key: string, keys: readonly string[]): string {
  const nearest = nearestName(key, keys);
  const meant = nearest === null ? '' : ` Did you mean "${nearest}"?`;
  return `${path}.${key}: there is no such text.${meant} The texts${path.endsWith('.lock') || path === DICTIONARY ? ' of Lock' : ''} are ${keys.join(', ')}.`;
}
