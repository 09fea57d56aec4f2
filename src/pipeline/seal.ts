import { sha256 } from './sha256.ts';

/** Stands in a page's settings where its seal will be. */
export const UNSEALED = '0'.repeat(16);

const SEAL = /"seal":"([0-9a-f]{16})"/;

/**
 * Puts a page's seal in place of `UNSEALED`: the beginning of a hash of all the rest. It shows later
 * whether the page was changed since it was built, without the build at hand. It does not protect against forgery.
 */
export function sealed(html: string): string {
  return withSeal(html, sealFor(html));
}

/** Whether a page is as it was built, except for line endings and white space at its end. */
export function isAsSealed(html: string): boolean {
  const seal = sealIn(html);
  return seal !== null && sealFor(unsealed(html)) === seal;
}

/** The seal that a page has, whether it fits or not. */
export const sealIn = (html: string): string | null => SEAL.exec(html)?.[1] ?? null;

/** A page as it was before it was sealed. */
export const unsealed = (html: string): string => withSeal(html, UNSEALED);

/** SHA-256s that a page may have had when it was built, if only its line endings have changed since. */
export function hashesBefore(html: string): string[] {
  const text = normalized(html);
  return [sha256(text), sha256(`${text}\n`)];
}

/** Without what a dashboard, a clipboard or an editor may change: line endings, and white space at the end. */
const normalized = (html: string): string => html.replace(/\r\n?/g, '\n').trimEnd();

const sealFor = (html: string): string => sha256(normalized(html)).slice(0, UNSEALED.length);
const withSeal = (html: string, seal: string): string => html.replace(SEAL, `"seal":"${seal}"`);
