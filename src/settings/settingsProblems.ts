import * as v from 'valibot';
import { describe } from './describe.ts';
import { isPlainObject } from './isPlainObject.ts';
import { lockOptionProblems } from './lockOptionRules.ts';
import { meantCountry, meantLanguage } from './meantCode.ts';
import { nearestName } from './nearestName.ts';
import { knownKeys, pageSchema } from './pageSchema.ts';
import { secretPaths } from './tenant/secretPaths.ts';
import { isUnset, UNSET, unsetTexts } from './unsetTexts.ts';

/**
 * Everything that is wrong with one page's settings, a line each: the key, what was received, what is
 * allowed, and for an unknown key the nearest right one. An empty list when nothing is.
 */
export function settingsProblems(input: unknown): string[] {
  const result = v.safeParse(pageSchema, input);
  const secrets = isPlainObject(input) ? secretPaths(input['tenant']) : [];
  /** What was received, as long as nobody's credential stands in it. */
  const show = (key: string, value: unknown): string =>
    secrets.some((path) => path === key || path.startsWith(`${key}.`))
      ? 'something with a secret in it (not shown)'
      : describe(value);
  // A check within a list that is not a list at all, say, is reported once, by its first problem.
  const lines = new Map<string, string>();
  for (const issue of result.issues ?? []) {
    const key = v.getDotPath(issue) ?? '';
    const subject = key === '' ? 'the settings' : key;
    const value = valueAt(input, issue);
    const text = `${subject}: expected ${issue.message}, received ${show(key, value)}.${isWritten(issue) ? hint(key, value) : ''}`;
    if (!lines.has(key) && !secrets.includes(key)) lines.set(key, text);
  }
  return [
    ...secrets.map(secret),
    ...unknownKeys(input, secrets, show),
    ...lines.values(),
    ...unsetTexts(input)
      .filter(({ key }) => !lines.has(key) && !secrets.includes(key))
      .map(({ key, value }) => `${key}: expected a text, received ${show(key, value)}. ${UNSET}`),
    ...lockOptionProblems(input),
  ];
}

/** What was probably meant. */
function hint(key: string, value: unknown): string {
  if (isUnset(value)) return ` ${UNSET}`;
  if (typeof value !== 'string') return '';
  const isCountry = /^(?:countries\.\d+|defaultCountry)$/.test(key);
  const meant = isCountry ? meantCountry(value) : /^languages\.\d+$/.test(key) ? meantLanguage(value) : null;
  return meant === null ? '' : ` Did you mean "${meant}"?`;
}

const secret = (path: string): string =>
  `${path}: received what looks like a secret (not shown). Secrets do not belong into the settings: set TWILIO_SID and TWILIO_AUTH_TOKEN in the environment of npm run setup-tenant.`;

type Show = (key: string, value: unknown) => string;

function unknownKeys(input: unknown, secrets: readonly string[], show: Show): string[] {
  if (!isPlainObject(input)) return [];
  return Object.entries(knownKeys).flatMap(([section, known]) => {
    const value = sectionOf(input, section);
    if (!isPlainObject(value)) return [];
    const pathOf = (key: string) => (section === '' ? key : `${section}.${key}`);
    const unknown = Object.keys(value).filter(
      (key) => !known.includes(key) && !secrets.includes(pathOf(key)),
    );
    return unknown.map((key) => unknownKey(section, key, known, show(pathOf(key), value[key])));
  });
}

/** What stands at a path such as `lock.diet`. */
function sectionOf(input: unknown, path: string): unknown {
  const keys = path === '' ? [] : path.split('.');
  return keys.reduce<unknown>((value, key) => (isPlainObject(value) ? value[key] : undefined), input);
}

function unknownKey(section: string, key: string, known: readonly string[], received: string): string {
  const path = section === '' ? key : `${section}.${key}`;
  const nearest = nearestName(key, known);
  const meant = nearest === null ? '' : ` Did you mean "${nearest}"?`;
  const where = section === '' ? '' : ` of ${section}`;
  return `${path}: unknown key, received ${received}.${meant} The keys${where} are ${known.join(', ')}.`;
}

/** Whether the user wrote anything where the issue is, if only `undefined`. */
function isWritten({ path }: v.BaseIssue<unknown>): boolean {
  const last = path?.at(-1);
  return last === undefined || Object.hasOwn(last.input as object, last.key as PropertyKey);
}

/** What the user wrote where the issue is. */
function valueAt(input: unknown, { path }: v.BaseIssue<unknown>): unknown {
  let value = input;
  for (const { key } of path ?? []) value = (value as Record<PropertyKey, unknown>)[key as PropertyKey];
  return value;
}
