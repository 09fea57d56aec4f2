import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { UserError } from '../settings/UserError.ts';
import { install } from './install.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium for the tests: `CHROMIUM_PATH`, else Playwright's own, else one that is installed on the
 * system, else it is installed: Playwright's, or, for root, Debian's package.
 *
 * @returns the path of the executable
 * @throws UserError that says how to get one when none can be had
 */
export function findChromium(): string {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return given;
    throw new UserError(
      `CHROMIUM_PATH is ${given}, where there is no file. Set it to a Chromium, or unset it.`,
    );
  }
  const found = playwrights() ?? systems();
  if (found !== null) return found;
  const failures = [install('Playwright’s Chromium', ...playwrightInstall())];
  const installed = playwrights();
  if (installed !== null) return installed;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    failures.push(install('the list of Debian’s packages', 'apt-get', ['update', '-qq']));
    failures.push(install('Debian’s Chromium', 'apt-get', ['install', '-y', '-qq', 'chromium']));
    const system = systems();
    if (system !== null) return system;
  }
  throw new UserError(
    `There is no Chromium for the browser tests, and none could be installed:\n${failures.filter(Boolean).join('\n')}\nInstall one (npx playwright-core install chromium, or your system's package), or set CHROMIUM_PATH to one.`,
  );
}

function playwrights(): string | null {
  const path = chromium.executablePath();
  return path !== '' && existsSync(path) ? path : null;
}

function systems(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE];
  return candidates.find((path) => existsSync(path)) ?? null;
}

function playwrightInstall(): [string, string[]] {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  return [process.execPath, [join(dirname(manifest), 'cli.js'), 'install', 'chromium']];
}
