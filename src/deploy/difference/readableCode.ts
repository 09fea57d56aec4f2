import { transform } from 'esbuild';

const kept = new Map<string, Promise<string[]>>();
const MOST_KEPT = 20;

/**
 * Minified code as lines that people can read. What esbuild cannot read is broken into lines where statements
 * end.
 */
export function readableCode(text: string, loader: 'js' | 'css'): Promise<string[]> {
  const key = `${loader}${text}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  // A thousand pages share one script.
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = print(text, loader);
  kept.set(key, made);
  return made;
}

async function print(text: string, loader: 'js' | 'css'): Promise<string[]> {
  if (text.trim() === '') return [];
  try {
    const { code } = await transform(text, { loader, charset: 'utf8', logLevel: 'silent' });
    return lines(code);
  } catch {
    return lines(text.replace(/([;{}])/g, '$1\n'));
  }
}

const lines = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '');
