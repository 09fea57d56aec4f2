import type { Covered } from './covers.ts';

/** How many tests of a folder have passed. */
export interface Passed {
  /** `unit`, `browser` … */
  folder: string;
  count: number;
}

const FOLDERS: Readonly<Record<string, string>> = {
  unit: 'pure functions, as tables',
  dom: 'the built page in jsdom',
  browser: 'the built page in Chromium, Firefox and WebKit',
  clients: 'logins by eight client libraries, through the built page',
  tenant: 'the local tenant, over HTTP and in Chromium',
  cli: 'the command line, as a process',
  deploy: 'shipping, against the local tenant’s Management API',
};

/** The text of docs/quality.md: the same for the same tests. */
export function qualityTable(covered: readonly Covered[], passed: readonly Passed[]): string {
  const rows = [...covered].sort((a, b) => compare(a.area, b.area) || compare(a.tried, b.tried));
  const areas = new Set<string>();
  const inTable = rows.map(({ area, tried, result }) => {
    const name = areas.has(area) ? '' : `**${area}**`;
    areas.add(area);
    return `| ${name} | ${tried} | ${result} |`;
  });
  const folders = [...passed]
    .sort((a, b) => compare(a.folder, b.folder))
    .map(({ folder, count }) => `| \`tests/${folder}\` | ${FOLDERS[folder] ?? ''} | ${count} |`);
  return `${[
    '# Quality',
    '',
    'What the tests try, counted by the tests themselves: `npm run quality` runs all of them and writes this file,',
    'where every one has passed.',
    '',
    '| | Tried | What came of it |',
    '|---|---|---|',
    ...inTable,
    '',
    '| Folder | Tests of | Passed |',
    '|---|---|---|',
    ...folders,
  ].join('\n')}\n`;
}

/** By code points, so that the order is the same in every locale. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
