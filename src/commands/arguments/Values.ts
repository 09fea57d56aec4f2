import { UserError } from '../../settings/UserError.ts';

/** What `parseArgs` of Node has read, by the option's name. */
export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export const text = (value: Values[string]): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** Of an option that may be repeated. */
export const texts = (value: Values[string]): string[] =>
  Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : [];

/** @param what - is wrong with the command line, and how it is right */
export function wrongUsage(what: string): UserError {
  return new UserError(
    `Wrong usage: ${what}${/[.?]$/.test(what) ? '' : '.'}\nnode build.mjs --help lists the options.`,
    2,
  );
}
