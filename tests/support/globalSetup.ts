import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { findChromium } from '../../src/chromium/findChromium.ts';
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
  link: { ...settings, emailMethod: 'link', defaultCountry: 'NZ' },
  fixed: { connections: { allow: ['email', 'sms'], choose: 'fixed' } },
  social: {
    connections: { allow: ['sms', 'email', 'google-oauth2', 'sms-au'] },
    languages: ['es', 'en', 'ar'],
  },
};

/** Builds what the tests load, once, and finds or installs the browser. */
export default async function setup(): Promise<void> {
  process.env['CHROMIUM_PATH'] = findChromium();
  rmSync(artifacts, { recursive: true, force: true });
  mkdirSync(artifacts, { recursive: true });
  await buildOrThrow(root, []);
  for (const [name, variant] of Object.entries(variants)) {
    const copy = project(configText(variant));
    await buildOrThrow(copy.folder, ['--out', join(artifacts, name)]);
    copy.remove();
  }
  await buildCdnLock();
}

async function buildOrThrow(folder: string, args: string[]): Promise<void> {
  const { code, stderr } = await runBuild(folder, args);
  if (code !== 0) throw new Error(`The page for the tests could not be built:\n${stderr}`);
}

/**
 * What stands in for Lock on Auth0's CDN, which npm does not hold: the straight bundle of the same
 * auth0-lock, with React, leaving `Auth0LockPasswordless` on `window`.
 */
async function buildCdnLock(): Promise<void> {
  await build({
    absWorkingDir: root,
    stdin: {
      contents:
        "import { Auth0LockPasswordless } from 'auth0-lock'; window.Auth0LockPasswordless = Auth0LockPasswordless;",
      resolveDir: root,
    },
    alias: { 'auth0-js': join(root, 'node_modules/auth0-js/dist/auth0.min.esm.js') },
    plugins: [
      {
        name: 'cordova',
        setup: (it) =>
          void it.onResolve({ filter: /^auth0-js\/dist\/cordova/ }, ({ path }) => ({
            path: join(root, 'node_modules', path),
          })),
      },
    ],
    bundle: true,
    minify: true,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    outfile: join(artifacts, 'cdn', 'lock.min.js'),
    logLevel: 'error',
  });
}
