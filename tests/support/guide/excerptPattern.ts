/** What is another one in each run: dates, times, ids of backups, hashes, sizes, ports, codes. */
const CHANGING: readonly [pattern: RegExp, name: string][] = [
  [/\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?/g, 'DATE'],
  [/^\d\d:\d\d:\d\d/gm, 'TIME'],
  [/\d{8}-\d{6}-[0-9a-f]{6}/g, 'ID'],
  [/\b(?=[0-9a-f]*\d)[0-9a-f]{12,}\b/g, 'HASH'],
  [/\b\d+(,\d{3})* (bytes|ms)\b/g, 'N $2'],
  [/localhost:\d+/g, 'localhost:PORT'],
  [/: \d{6}$/gm, ': CODE'],
];

/** A text with names in place of what changes from run to run; all other numbers stay. */
export const withoutChanging = (text: string): string =>
  CHANGING.reduce((so, [pattern, name]) => so.replace(pattern, name), text);

/**
 * What an output that is shown in a guide stands for: its lines, one after the other, whole. A line `…` is any
 * number of lines, an `…` within a line any text.
 *
 * @returns to be tried on an output without what changes
 */
export function excerptPattern(excerpt: string): RegExp {
  const lines = withoutChanging(excerpt)
    .split('\n')
    .map((line) => (line.trim() === '…' ? '(?:.*\\n)*?' : `${literally(line).replaceAll('…', '.*')}\\n`));
  return new RegExp(`^${lines.join('')}`, 'm');
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
