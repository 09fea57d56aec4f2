import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import type { BundleKey } from './bundleKey.ts';
import { cutsOf } from './lock-diet/cutsOf.ts';
import { lockDiet } from './lock-diet/lockDiet.ts';
import { numberingPlans } from './phone/numberingPlans.ts';

const require = createRequire(import.meta.url);

type Options = BuildOptions & { absWorkingDir: string };

const shared = {
  bundle: true,
  minify: true,
  // One `?.` keeps the whole script from a browser of 2019, which runs it otherwise.
  target: 'es2015',
  charset: 'ascii',
  legalComments: 'none',
  // Else the bytes would depend on the tsconfig.json above the folder that this was checked out to.
  tsconfigRaw: {},
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  logLevel: 'silent',
} as const satisfies BuildOptions;

/** esbuild's options for the script of the page's first bytes. */
export function firstBundleOptions(root: string): Options {
  return { ...shared, absWorkingDir: root, entryPoints: ['src/page/ask.ts'], format: 'iife' };
}

/** esbuild's options for the page's own script, without Lock. */
export function pageBundleOptions(root: string, delivery: BundleKey['delivery']): Options {
  const choice: Plugin = {
    name: 'delivery',
    setup(build) {
      build.onResolve({ filter: /\/delivery\.ts$/ }, ({ resolveDir, path }) => ({
        path: join(resolveDir, dirname(path), `${delivery}.ts`),
      }));
    },
  };
  return {
    ...shared,
    absWorkingDir: root,
    entryPoints: ['src/page/main.ts'],
    define: { ...shared.define, NUMBERING_PLANS: JSON.stringify(numberingPlans()) },
    format: 'iife',
    plugins: [choice],
  };
}

/** esbuild's options for Lock, made slim, as a CommonJS module. */
export function lockBundleOptions(root: string, key: Omit<BundleKey, 'delivery'>): Options {
  const lib = dirname(require.resolve('auth0-lock/lib/index.js'));
  return {
    ...shared,
    absWorkingDir: root,
    entryPoints: ['src/page/lock/bundled.ts'],
    format: 'cjs',
    platform: 'browser',
    plugins: [lockDiet(lib, cutsOf(root, key))],
  };
}
