import type { Dictionary } from '../../page/PageData.ts';
import { describe } from '../../settings/describe.ts';
import { isPlainObject } from '../../settings/isPlainObject.ts';
import { nearestName } from '../../settings/nearestName.ts';
import { lockDictionary } from '../dictionary.ts';
import { en } from './en.ts';

/** Texts that Lock looks up, though not even its English dictionary has them. */
const UNWRITTEN = { phoneNumberInputInvalidHint: '' };
const LONGEST = 1_000;

/** What is wrong with `texts` of one page's settings, a line each. */
export function textsProblems(settings: unknown): string[] {
  if (!isPlainObject(settings) || settings['texts'] === undefined) return [];
  const { texts, languages } = settings;
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
          `texts.${language}: expected one of the page's languages (${spoken.join(', ')}), received "${language}".`,
        ],
  );
}

const known: Tree = { ...en, lock: { ...lockDictionary('en'), ...UNWRITTEN } };

interface Tree {
  readonly [key: string]: string | Tree | Dictionary;
}

function problems(own: unknown, tree: Tree, path: string): string[] {
  if (!isPlainObject(own)) return [`${path}: expected an object of texts, received ${describe(own)}.`];
  return Object.entries(own).flatMap(([key, value]) => {
    const usual = Object.hasOwn(tree, key) ? tree[key] : undefined;
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
  return value.trim() !== '' || /^texts\.[a-z-]+\.lock(?:\.|$)/.test(path);
}

function unknown(path: string, key: string, keys: readonly string[]): string {
  const nearest = nearestName(key, keys);
  const meant = nearest === null ? '' : ` Did you mean "${nearest}"?`;
  return `${path}.${key}: there is no such text.${meant} The texts${path.endsWith('.lock') ? ' of Lock' : ''} are ${keys.join(', ')}.`;
}
