import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { firefox, webkit } from 'playwright-core';
import { install } from '../../../src/chromium/install.ts';

/** The engines that a machine may lack: without Chromium no test runs. */
export type OtherEngine = 'firefox' | 'webkit';

/** An engine on this machine; what is not Playwright's own is driven in another way. */
export type FoundEngine =
  | { by: 'playwright' }
  | { by: 'bidi'; firefox: string }
  | { by: 'webdriver'; driver: string; miniBrowser: string; xvfb: string };

type Way = [what: string, command: string, args: readonly string[]];

const PACKAGES: Readonly<Record<OtherEngine, readonly string[]>> = {
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};
const FIREFOXES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Playwright's own build where it is installed, else the system's; `null` when there is neither. */
export function findEngine(name: OtherEngine): FoundEngine | null {
  const own = { firefox, webkit }[name].executablePath();
  if (own !== '' && existsSync(own)) return { by: 'playwright' };
  if (name === 'firefox') {
    const path = inPath('firefox-esr') ?? inPath('firefox') ?? FIREFOXES.find(existsSync);
    return path === undefined ? null : { by: 'bidi', firefox: path };
  }
  const [driver, xvfb, miniBrowser] = [inPath('WebKitWebDriver'), inPath('Xvfb'), findMiniBrowser()];
  if (driver === undefined || xvfb === undefined || miniBrowser === undefined) return null;
  return { by: 'webdriver', driver, miniBrowser, xvfb };
}

/**
 * Installs the engines that are missing: for root Debian's packages, for root and in CI Playwright's builds. Anyone
 * else is told how, and their tests are skipped.
 *
 * @throws Error when an engine is still missing in CI
 */
export function ensureEngines(): void {
  const isCi = process.env['CI'] === 'true';
  for (const name of ['firefox', 'webkit'] as const) {
    const failures: string[] = [];
    for (const [what, command, args] of waysToInstall(name, isCi)) {
      if (findEngine(name) !== null) break;
      failures.push(install(what, command, args));
    }
    if (findEngine(name) !== null) continue;
    const text = [
      `There is no ${name} for the tests.`,
      ...failures.filter((it) => it !== ''),
      `Install one: npx playwright-core install --with-deps ${name}`,
    ].join('\n');
    if (isCi) throw new Error(text);
    process.stderr.write(`${text}\nIts tests are skipped.\n`);
  }
}

function waysToInstall(name: OtherEngine, isCi: boolean): Way[] {
  const isRoot = process.getuid?.() === 0;
  const packages = PACKAGES[name];
  const debians: Way[] = [
    ['the list of Debian’s packages', 'apt-get', ['update', '-qq']],
    [packages.join(' and '), 'apt-get', ['install', '-y', '-qq', ...packages]],
  ];
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  const playwright = [join(dirname(manifest), 'cli.js'), 'install', '--with-deps', name];
  const own: Way = [`Playwright’s ${name}`, process.execPath, playwright];
  return [...(isRoot && existsSync('/usr/bin/apt-get') ? debians : []), ...(isRoot || isCi ? [own] : [])];
}

function inPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(existsSync);
}

/** `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser`: no program is named after it in the path. */
function findMiniBrowser(): string | undefined {
  const libraries = '/usr/lib';
  if (!existsSync(libraries)) return undefined;
  return readdirSync(libraries)
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((api) => join(libraries, folder, api, 'MiniBrowser')),
    )
    .find(existsSync);
}
