import type { Metafile } from 'esbuild';
import type { Bundle } from './Bundle.ts';
import type { BundleKey } from './bundleKey.ts';
import { firstBundleOptions, lockBundleOptions, pageBundleOptions } from './bundleOptions.ts';
import { escapeInlineScript } from './escapeInlineScript.ts';
import { type Built, IncrementalBuild } from './IncrementalBuild.ts';
import { packageName } from './packageName.ts';

/**
 * Makes the constant script: Lock and the page's own part are bundled apart, since Lock takes esbuild a
 * quarter of a second and never changes while somebody works on the page. Pages that ask for the same
 * bundle share it.
 */
export class Bundler {
  readonly #root: string;
  readonly #builds = new Map<string, IncrementalBuild>();
  /** The last bundle of each key, with what it was put together from: a thousand pages share one. */
  readonly #bundles = new Map<string, { parts: readonly (Built | null)[]; bundle: Bundle }>();
  /** Lock's part, escaped, which is as slow as all else that is done to it: once for each build of it. */
  readonly #escaped = new WeakMap<Built, string>();

  /** @param root - the project's folder, absolute */
  constructor(root: string) {
    this.#root = root;
  }

  /** @throws UserError with esbuild's messages when a source is broken or a cut finds nothing to cut */
  async bundle(key: BundleKey): Promise<Bundle> {
    const { delivery, ...lockKey } = key;
    const [first, page, lock] = await Promise.all([
      this.#build('first', () => firstBundleOptions(this.#root)),
      this.#build(delivery, () => pageBundleOptions(this.#root, delivery)),
      delivery === 'inline'
        ? this.#build(JSON.stringify(lockKey), () => lockBundleOptions(this.#root, key))
        : null,
    ]);
    const known = this.#bundles.get(JSON.stringify(key));
    const parts = [first, page, lock];
    if (known?.parts.every((part, index) => part === parts[index])) return known.bundle;
    const script =
      lock === null
        ? this.#escape(page)
        : `(()=>{var lockBundle=function(module){${this.#escape(lock)}};${this.#escape(page)}})();`;
    const bundle = {
      script,
      firstScript: this.#escape(first),
      contributors: contributors(parts.filter((part) => part !== null)),
    };
    this.#bundles.set(JSON.stringify(key), { parts, bundle });
    return bundle;
  }

  /** Has a changed file's builds made again; call it before the next `bundle`. */
  invalidate(changed: readonly string[]): void {
    for (const build of this.#builds.values()) build.invalidate(changed);
  }

  /** Ends esbuild's part in this. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.#builds.values()].map((build) => build.close()));
  }

  #build(id: string, options: () => ConstructorParameters<typeof IncrementalBuild>[0]): Promise<Built> {
    const build = this.#builds.get(id) ?? new IncrementalBuild(options());
    this.#builds.set(id, build);
    return build.build();
  }

  #escape(built: Built): string {
    const known = this.#escaped.get(built) ?? escapeInlineScript(built.code);
    this.#escaped.set(built, known);
    return known;
  }
}

function contributors(parts: readonly Built[]): Bundle['contributors'] {
  const bytes = new Map<string, number>();
  for (const [path, size] of parts.flatMap(({ metafile }) => inputs(metafile))) {
    const name = packageName(path);
    bytes.set(name, (bytes.get(name) ?? 0) + size);
  }
  return [...bytes].map(([name, size]) => ({ name, bytes: size })).sort((a, b) => b.bytes - a.bytes);
}

function inputs({ outputs }: Metafile): [path: string, bytes: number][] {
  return Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).map(([path, { bytesInOutput }]): [string, number] => [path, bytesInOutput]),
  );
}
