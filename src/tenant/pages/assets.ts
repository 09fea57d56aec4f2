import { build } from 'esbuild';

/** The tenant's own browser scripts, by the name in their address. */
const SCRIPTS = ['app', 'outbox', 'reload'] as const;

/** Bundles the tenant's browser scripts when they are first asked for, and keeps them. */
export class Assets {
  readonly #root: string;
  readonly #made = new Map<string, Promise<string>>();

  /** @param root - the project's folder, absolute */
  constructor(root: string) {
    this.#root = root;
  }

  /**
   * The script of a name; `null` when there is none.
   *
   * @throws Error when it cannot be bundled
   */
  async script(name: string): Promise<string | null> {
    if (!SCRIPTS.some((known) => known === name)) return null;
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const made = this.#bundle(name);
    this.#made.set(name, made);
    // What could not be bundled, sources in the middle of a change, may be the next time.
    made.catch(() => this.#made.delete(name));
    return made;
  }

  async #bundle(name: string): Promise<string> {
    const { outputFiles } = await build({
      absWorkingDir: this.#root,
      entryPoints: [`src/tenant/browser/${name}.ts`],
      bundle: true,
      write: false,
      minify: true,
      // `reload` is a plain script, to be there before anything of the page runs.
      format: name === 'reload' ? 'iife' : 'esm',
      target: 'es2022',
      tsconfigRaw: {},
      logLevel: 'silent',
    });
    return outputFiles[0]?.text ?? '';
  }
}
