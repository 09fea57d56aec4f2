import type { HostedConfig } from './HostedConfig.ts';

/**
 * The language of the page: the first of what the request asks for (`ui_locales`, a list of any form, then a
 * `dict` that is a string), then of what the browser prefers, that the page holds; else the first that it holds.
 * A tag falls back to its language (`es-MX` to `es`), then to another kind of it (`pt-PT` to
 * `pt-br`). No other language is ever asked for:
 * an unknown one would become part of a script's address in Lock.
 *
 * @param available - language codes that the page holds, at least one
 * @param hosted - the hosted config
 * @param browser - `navigator.languages`
 */
export function chooseLanguage(
  available: readonly string[],
  hosted: Pick<HostedConfig, 'dict' | 'internalOptions'>,
  browser: readonly string[],
): string {
  const locales = hosted.internalOptions['ui_locales'];
  const wanted = [
    ...(typeof locales === 'string' ? languageTags(locales) : []),
    ...(typeof hosted.dict === 'string' ? [hosted.dict] : []),
    ...browser,
  ];
  for (const tag of wanted) {
    const found = lookUp(available, tag.toLowerCase().replace(/_/g, '-'));
    if (found !== undefined) return found;
  }
  return available[0] ?? 'en';
}

const MOST_TAGS = 20;

/**
 * The tags of a list, best first. OpenID Connect separates `ui_locales` by spaces; applications also send the
 * browser's `Accept-Language`, with commas and weights (`fr;q=0.8, es`), and spaces that became `+`.
 */
function languageTags(list: string): string[] {
  const tags: { tag: string; weight: number }[] = [];
  const pattern = /([\w-]+)(?:\s*;\s*q\s*=\s*([\d.]+))?/gi;
  for (
    let found = pattern.exec(list);
    found !== null && tags.length < MOST_TAGS;
    found = pattern.exec(list)
  ) {
    tags.push({ tag: found[1] ?? '', weight: Number(found[2] ?? 1) });
  }
  return tags
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

/** RFC 4647 lookup: the tag, then the tag without its last part, and so on; last, whatever speaks the same. */
function lookUp(available: readonly string[], tag: string): string | undefined {
  const parts = tag.split('-').slice(0, 4);
  for (let length = parts.length; length > 0; length--) {
    const range = parts.slice(0, length).join('-');
    if (available.includes(range)) return range;
  }
  return available.find((language) => language.split('-')[0] === parts[0]);
}
