import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type BuildContext, context, type Metafile, type Plugin } from 'esbuild';
import type { Bundle } from './Bundle.ts';
import { buildFailure } from './buildFailure.ts';
import type { BundleKey } from './bundleKey.ts';
import { escapeInlineScript } from './escapeInlineScript.ts';
import { authJs } from './lock-diet/authJs.ts';
import { babelHelpers } from './lock-diet/babelHelpers.ts';
import { cordova } from './lock-diet/cordova.ts';
import { lockDiet } from './lock-diet/lockDiet.ts';
import { preact } from './lock-diet/preact.ts';
import { remoteScripts } from './lock-diet/remoteScripts.ts';
import { sideChannel } from './lock-diet/sideChannel.ts';
import { socialIcons } from './lock-diet/socialIcons.ts';

const require = createRequire(import.meta.url);

/**
 * Bundles the page's script with esbuild, once per bundle key and incrementally after that. Pages that ask
 * for the same bundle get the same object.
 */
export class Bundler {
  readonly #root: string;
  readonly #contexts = new Map<string, Promise<BuildContext>>();
  readonly #bundles = new Map<string, Promise<Bundle>>();

  /** @param root - the project's folder, absolute */
  constructor(root: string) {
    this.#root = root;
  }

  /** @throws UserError with esbuild's messages when a source is broken or a cut finds nothing to cut */
  bundle(key: BundleKey): Promise<Bundle> {
    const id = JSON.stringify(key);
    const known = this.#bundles.get(id) ?? this.#build(id, key);
    this.#bundles.set(id, known);
    return known;
  }

  /** Forgets the finished bundles, after a source has changed; what esbuild has parsed is kept. */
  invalidate(): void {
    this.#bundles.clear();
  }

  /** Ends esbuild's part in this. */
  async close(): Promise<void> {
    const contexts = await Promise.allSettled(this.#contexts.values());
    await Promise.all(contexts.map((it) => (it.status === 'fulfilled' ? it.value.dispose() : undefined)));
  }

  async #build(id: string, key: BundleKey): Promise<Bundle> {
    const pending = this.#contexts.get(id) ?? this.#context(key);
    this.#contexts.set(id, pending);
    const result = await pending
      .then((it) => it.rebuild())
      .catch((error: unknown) => {
        throw buildFailure('The page’s script does not compile', error);
      });
    const [file] = result.outputFiles ?? [];
    if (file === undefined || result.metafile === undefined) throw new Error('esbuild wrote nothing.');
    return {
      script: escapeInlineScript(file.text.trimEnd()),
      contributors: contributors(result.metafile),
      sources: Object.keys(result.metafile.inputs)
        .filter((path) => !path.includes('node_modules') && !path.includes(':'))
        .map((path) => join(this.#root, path)),
    };
  }

  #context(key: BundleKey): Promise<BuildContext> {
    return context({
      absWorkingDir: this.#root,
      entryPoints: ['src/page/main.ts'],
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      format: 'iife',
      target: 'es2020',
      charset: 'ascii',
      legalComments: 'none',
      // Else the bytes would depend on the tsconfig.json above the folder that this was checked out to.
      tsconfigRaw: {},
      define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
      logLevel: 'silent',
      plugins: this.#plugins(key),
    });
  }

  #plugins({ delivery, renderer, icons }: BundleKey): Plugin[] {
    const page = resolve(this.#root, 'src/page/lock');
    const deliveryPlugin: Plugin = {
      name: 'delivery',
      setup(build) {
        build.onResolve({ filter: /^\.\/lock\/delivery\.ts$/ }, () => ({
          path: join(page, `${delivery}.ts`),
        }));
      },
    };
    if (delivery === 'cdn') return [deliveryPlugin];
    const lib = dirname(require.resolve('auth0-lock/lib/index.js'));
    const cuts = [
      authJs,
      cordova,
      sideChannel,
      remoteScripts(join(page, 'remoteScripts.ts')),
      socialIcons(icons),
      babelHelpers(lib),
      ...(renderer === 'preact' ? [preact(join(page, 'reactDomClient.ts'))] : []),
    ];
    return [deliveryPlugin, lockDiet(lib, cuts)];
  }
}

function contributors(metafile: Metafile): Bundle['contributors'] {
  const bytes = new Map<string, number>();
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, input] of Object.entries(output.inputs)) {
      const name = packageName(path);
      bytes.set(name, (bytes.get(name) ?? 0) + input.bytesInOutput);
    }
  }
  return [...bytes].map(([name, size]) => ({ name, bytes: size })).sort((a, b) => b.bytes - a.bytes);
}

function packageName(path: string): string {
  const inner = path.split('node_modules/').at(-1) ?? path;
  if (inner === path) return path.includes('lock-diet') ? 'lock-diet' : 'src/page';
  return inner.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? inner;
}
