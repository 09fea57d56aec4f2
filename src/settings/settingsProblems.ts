import * as v from 'valibot';
import { nearestName } from './nearestName.ts';
import { pageSchema } from './pageSchema.ts';

/**
 * Everything that is wrong with one page's settings, a line each: the key, what was received, what is
 * allowed, and for an unknown key the nearest right one. An empty list when nothing is.
 */
export function settingsProblems(input: unknown): string[] {
  const result = v.safeParse(pageSchema, input);
  if (result.success) return [];
  // A check within a list that is not a list at all, say, is reported once, by its first problem.
  const lines = new Map<string, string>();
  for (const issue of result.issues) {
    const key = v.getDotPath(issue) ?? '';
    if (!lines.has(key)) lines.set(key, problem(key, issue));
  }
  return [...lines.values()];
}

function problem(key: string, issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return unknownKey(key, issue);
  const subject = key === '' ? 'the settings' : key;
  return `${subject}: expected ${issue.message}, received ${describe(issue.input)}.`;
}

function unknownKey(path: string, issue: v.BaseIssue<unknown>): string {
  const keys = path.split('.');
  const typo = keys.at(-1) ?? '';
  const known = knownKeys(keys.slice(0, -1));
  const nearest = nearestName(typo, known);
  const where = keys.length > 1 ? ` of ${keys.slice(0, -1).join('.')}` : '';
  const meant = nearest === null ? '' : ` Did you mean "${nearest}"?`;
  return `${path}: unknown key, received ${describe(issue.input)}.${meant} The keys${where} are ${known.join(', ')}.`;
}

/** The keys that the schema knows at `path`. */
function knownKeys(path: readonly string[]): string[] {
  const { entries } = pageSchema;
  const [first] = path;
  if (first === undefined) return Object.keys(entries);
  const section = Object.entries(entries).find(([name]) => name === first)?.[1];
  const wrapped = section !== undefined && 'wrapped' in section ? section.wrapped : undefined;
  return wrapped !== undefined && 'entries' in wrapped ? Object.keys(wrapped.entries) : [];
}

/** A value as the user would write it, cut to a line. */
function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'bigint' || typeof value === 'symbol') return `a ${typeof value}`;
  const text = typeof value === 'number' ? String(value) : writeJson(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return 'an object that is not JSON';
  }
}
