import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../../src/chromium/findChromium.ts';
import { buildCdnLock } from './buildCdnLock.ts';
import { ensureEngines } from './engines/findEngine.ts';
import { artifacts, root, shipped, stock } from './paths.ts';
import { copyProject, pagesText, project } from './project.ts';
import { runBuild } from './runBuild.ts';

const settings = { connections: { allow: ['sms', 'email'] }, brand: { name: 'Acme' } };

/** For comparison: each with other cuts, and otherwise the same. */
const compared = {
  connections: { allow: ['sms', 'email', 'google-oauth2'] },
  brand: { name: 'Acme' },
  languages: ['en', 'es', 'ar'],
};

/** Pages beside the shipped one: the same sources with other settings. */
const variants: Readonly<Record<string, object>> = {
  react: { ...settings, lock: { renderer: 'react', diet: false } },
  cut: compared,
  'cut-react': { ...compared, lock: { renderer: 'react' } },
  plain: { ...compared, lock: { renderer: 'react', diet: false } },
  cdn: { ...settings, lock: { delivery: 'cdn' } },
  open: {},
  'cdn-open': { lock: { delivery: 'cdn' }, languages: ['en', 'es', 'ar', 'pt-br'] },
  'report-only': { ...settings, contentSecurityPolicy: { reportOnly: true } },
  trusted: { contentSecurityPolicy: { trustedTypes: true } },
  languages: {
    connections: settings.connections,
    languages: ['en', 'es', 'fr', 'de', 'pt-br', 'it', 'nl', 'ja', 'zh', 'ar'],
    texts: {
      en: { titlePlain: 'Welcome', failure: { bad_config: 'Start again, please.' } },
      fr: { lock: { phoneNumberInputPlaceholder: 'votre mobile' } },
    },
  },
  link: { ...settings, emailMethod: 'link', defaultCountry: 'NZ' },
  engines: { ...settings, defaultCountry: 'AU', languages: ['en', 'ar'] },
  numbers: { ...settings, defaultCountry: 'AU' },
  countries: { ...settings, countries: ['NZ', 'AU'], defaultCountry: 'AU' },
  consent: {
    ...settings,
    connections: { allow: ['sms', 'email', 'google-oauth2'] },
    brand: { name: 'Acme', termsUrl: 'https://example.com/terms' },
    consent: 'required',
    languages: ['en', 'ar'],
  },
  fixed: { connections: { allow: ['email', 'sms'], choose: 'fixed' } },
  social: {
    connections: { allow: ['sms', 'email', 'google-oauth2', 'sms-au'] },
    languages: ['es', 'en', 'ar'],
  },
};

/** Builds what the tests load, unless it is there already, and finds or installs the browsers. */
export default async function setup(): Promise<void> {
  process.env['CHROMIUM_PATH'] = findChromium();
  ensureEngines();
  if (hashOf(TEAM.map((it) => join(root, it))) !== hashOf(TEAM.map((it) => join(stock, it)))) {
    process.stdout.write(
      'These tests build from tests/fixtures/stock, which your login.config.ts, brand/ or templates/ differs from: npm run test:page tests your page.\n',
    );
  }
  const inputs = hashOf(INPUTS.map((it) => join(root, it)));
  const note = join(artifacts, 'inputs');
  if (existsSync(note) && readFileSync(note, 'utf8') === inputs) return;
  rmSync(artifacts, { recursive: true, force: true });
  mkdirSync(artifacts, { recursive: true });
  copyProject(shipped);
  const copy = project(pagesText(variants));
  try {
    await Promise.all([
      buildOrThrow(shipped, []),
      buildOrThrow(copy.folder, ['--out', artifacts]),
      buildCdnLock(join(artifacts, 'cdn', 'lock.min.js')),
    ]);
  } finally {
    copy.remove();
  }
  writeFileSync(note, inputs);
}

/** What a team changes. */
const TEAM = ['login.config.ts', 'brand', 'templates'];
/** All that decides what is built: the same inputs make the same bytes. */
const INPUTS = [
  ...['build.mjs', 'package.json', 'src', 'node_modules/.package-lock.json'],
  ...['tests/fixtures/stock', 'tests/support'],
];

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const isFile = statSync(path).isFile();
    const files = isFile ? [''] : readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files) {
      const whole = join(path, file);
      if (statSync(whole).isFile()) hash.update(file).update(readFileSync(whole));
    }
  }
  return hash.digest('hex');
}

async function buildOrThrow(folder: string, args: string[]): Promise<void> {
  const { code, stderr } = await runBuild(folder, args);
  if (code !== 0) throw new Error(`The page for the tests could not be built:\n${stderr}`);
}
