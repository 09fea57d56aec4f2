import type { Words } from '../../page/PageData.ts';
import type { Language } from '../../settings/languages.ts';
import { layer } from '../../settings/layer.ts';
import type { PageSettings } from '../../settings/PageSettings.ts';
import { words } from './words.ts';

/** The page's words in one language, the team's own laid over them. */
export function wordsOf({ texts }: Pick<PageSettings, 'texts'>, language: Language): Words {
  const { lock: _, ...own } = texts[language] ?? {};
  return layer({ ...words[language] }, own) as unknown as Words;
}
