import type { BuiltPage } from './BuiltPage.ts';
import type { PasswordlessConnection } from './ConnectionFacts.ts';

/** The connections by which people log in without a password, as far as the strategy goes. */
export const sending = (all: readonly PasswordlessConnection[]): PasswordlessConnection[] =>
  all.filter(({ strategy }) => strategy === 'sms' || strategy === 'email');

/** The names that the built pages offer; `null` where one of them has no restriction, or there is none. */
export function allowedNames(built: readonly BuiltPage[]): readonly string[] | null {
  const lists = built.map(({ connections }) => connections.allow);
  if (lists.length === 0 || lists.includes(null)) return null;
  return [...new Set(lists.flatMap((names) => names ?? []))];
}

/** The connections that the pages can offer. */
export function offered(
  all: readonly PasswordlessConnection[],
  built: readonly BuiltPage[],
): PasswordlessConnection[] {
  const allowed = allowedNames(built);
  return sending(all).filter(({ name }) => allowed === null || allowed.includes(name));
}
