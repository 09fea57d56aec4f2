import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../../src/chromium/findChromium.ts';
import { buildCdnLock } from './buildCdnLock.ts';
import { ensureEngines } from './engines/findEngine.ts';
import { artifacts, root } from './paths.ts';
import { configText, project } from './project.ts';
import { runBuild } from './runBuild.ts';

const settings = { connections: { allow: ['sms', 'email'] }, brand: { name: 'Acme' } };

/** For comparison: each with other cuts, and otherwise the same. */
const compared = {
  connections: { allow: ['sms', 'email', 'google-oauth2'] },
  brand: { name: 'Acme' },
  languages: ['en', 'es', 'ar'],
};

/** Pages beside the artifact: the same sources with other settings. */
const variants: Readonly<Record<string, object>> = {
  react: { ...settings, lock: { renderer: 'react', diet: false } },
  cut: compared,
  cutReact: { ...compared, lock: { renderer: 'react' } },
  plain: { ...compared, lock: { renderer: 'react', diet: false } },
  cdn: { ...settings, lock: { delivery: 'cdn' } },
  open: {},
  cdnOpen: { lock: { delivery: 'cdn' }, languages: ['en', 'es', 'ar', 'pt-br'] },
  reportOnly: { ...settings, contentSecurityPolicy: { reportOnly: true } },
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

/** Builds what the tests load, once, and finds or installs the browsers. */
export default async function setup(): Promise<void> {
  process.env['CHROMIUM_PATH'] = findChromium();
  ensureEngines();
  rmSync(artifacts, { recursive: true, force: true });
  mkdirSync(artifacts, { recursive: true });
  await buildOrThrow(root, []);
  for (const [name, variant] of Object.entries(variants)) {
    const copy = project(configText(variant));
    await buildOrThrow(copy.folder, ['--out', join(artifacts, name)]);
    copy.remove();
  }
  await buildCdnLock(join(artifacts, 'cdn', 'lock.min.js'));
}

async function buildOrThrow(folder: string, args: string[]): Promise<void> {
  const { code, stderr } = await runBuild(folder, args);
  if (code !== 0) throw new Error(`The page for the tests could not be built:\n${stderr}`);
}
