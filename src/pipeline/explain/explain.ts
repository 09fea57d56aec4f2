import { build } from 'esbuild';
import { Bundler } from '../Bundler.ts';
import { buildFailure } from '../buildFailure.ts';
import type { BundleKey } from '../bundleKey.ts';
import { firstBundleOptions, lockBundleOptions, pageBundleOptions } from '../bundleOptions.ts';
import { cutsOf } from '../lock-diet/cutsOf.ts';
import { packageName } from '../packageName.ts';
import { codeBySource, WRAPPING } from './codeBySource.ts';
import type { Explanation } from './Explanation.ts';
import type { Size } from './Size.ts';
import { sizeOf } from './sizeOf.ts';

/** What a cut is turned off by. */
const PREACT = 'preact';

/**
 * Takes a bundle apart, and builds it again without each of its cuts.
 *
 * @param root - the project's folder, absolute
 * @param onStep - called before each of these builds
 * @throws UserError when a source is broken, or a cut finds nothing to cut
 */
export async function explain(
  root: string,
  key: BundleKey,
  onStep: (done: number, of: number) => void,
): Promise<Explanation> {
  const names = key.delivery === 'cdn' ? [] : cutsOf(root, key).flatMap(({ name }) => switchable(name));
  const whole = await sizeOf(await scripts(root, key));
  const cuts: { name: string; saves: Size }[] = [];
  for (const [done, name] of names.entries()) {
    onStep(done, names.length);
    const without = await sizeOf(await scripts(root, uncut(key, name)));
    cuts.push({ name, saves: difference(without, whole) });
  }
  return {
    whole,
    cuts: cuts.sort((a, b) => b.saves.gzip - a.saves.gzip),
    packages: await packagesOf(root, key),
  };
}

/** Repairs can't be turned off, so there is nothing to tell of them. */
function switchable(name: string): string[] {
  return ['authJs', 'remoteScripts'].includes(name) ? [] : [name];
}

function uncut(key: BundleKey, name: string): BundleKey {
  if (name === PREACT) return { ...key, renderer: 'react' };
  if (name === 'socialIcons') return { ...key, icons: null };
  return { ...key, uncut: [...key.uncut, name as BundleKey['uncut'][number]] };
}

async function scripts(root: string, key: BundleKey): Promise<string> {
  const bundler = new Bundler(root);
  try {
    const { firstScript, script } = await bundler.bundle(key);
    return firstScript + script;
  } finally {
    await bundler.close();
  }
}

function difference(more: Size, less: Size): Size {
  return { raw: more.raw - less.raw, gzip: more.gzip - less.gzip, brotli: more.brotli - less.brotli };
}

async function packagesOf(root: string, key: BundleKey): Promise<Explanation['packages']> {
  const options = [
    firstBundleOptions(root),
    pageBundleOptions(root, key.delivery),
    ...(key.delivery === 'inline' ? [lockBundleOptions(root, key)] : []),
  ];
  const code = new Map<string, Map<string, string>>();
  for (const part of await Promise.all(options.map(built))) {
    for (const [source, text] of part) {
      const name = source === WRAPPING ? WRAPPING : packageName(source);
      const files = code.get(name) ?? new Map<string, string>();
      const path = source.split('node_modules/').at(-1) ?? source;
      code.set(name, files.set(path, (files.get(path) ?? '') + text));
    }
  }
  const packages = await Promise.all(
    [...code].map(async ([name, files]) => ({
      name,
      size: await sizeOf([...files.values()].join('')),
      files: [...files].map(([path, text]) => ({ path, bytes: Buffer.byteLength(text) })),
    })),
  );
  return packages.sort((a, b) => b.size.raw - a.size.raw);
}

async function built(options: ReturnType<typeof pageBundleOptions>): Promise<Map<string, string>> {
  // The map names sources relative to the output, which is never written.
  const outfile = `${options.absWorkingDir}/bundle.js`;
  const { outputFiles } = await build({ ...options, outfile, write: false, sourcemap: 'external' }).catch(
    (error: unknown) => {
      throw buildFailure('The page’s script does not compile', error);
    },
  );
  const map = outputFiles.find(({ path }) => path.endsWith('.map'))?.text ?? '{}';
  const code = outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? '';
  return codeBySource(code, JSON.parse(map) as { sources: string[]; mappings: string });
}
