import { join, resolve } from 'node:path';
import type { PageSettings } from '../settings/PageSettings.ts';
import { pageNamed } from '../settings/parseSettings.ts';
import { Bundler } from './Bundler.ts';
import { type BuiltPage, buildPage } from './buildPage.ts';
import { bundleKey } from './bundleKey.ts';
import { loadSettings } from './loadSettings.ts';
import { logoAddress } from './logo.ts';
import { loadTemplates, type Templates } from './Templates.ts';
import { type Written, writeArtifacts } from './writeArtifacts.ts';

/** What a build has made. */
export interface BuildOutcome {
  built: readonly BuiltPage[];
  written: readonly Written[];
}

/** The way from `login.config.ts` to `dist/`: settings, bundle, render, inspect, write. */
export class Pipeline {
  readonly #root: string;
  readonly #bundler: Bundler;
  #sources: readonly string[];

  /** @param root - the project's folder, absolute */
  constructor(root: string) {
    this.#root = root;
    this.#bundler = new Bundler(root);
    this.#sources = [join(root, 'login.config.ts'), join(root, 'templates'), join(root, 'src', 'page')];
  }

  /** Files and folders whose change asks for another build; complete once a build has succeeded. */
  get sources(): readonly string[] {
    return this.#sources;
  }

  /**
   * Builds and writes all pages, or one.
   *
   * @param options - `out`: folder for the artifacts, absolute; `page`: name of the only page to build
   * @throws UserError when anything is wrong; then nothing has been written
   */
  async build({ out, page }: { out: string; page: string | undefined }): Promise<BuildOutcome> {
    const templates = loadTemplates(join(this.#root, 'templates'));
    // Its failure is reported when its turn comes; until then it must not count as unhandled.
    templates.catch(() => undefined);
    const { pages, sources } = await loadSettings(this.#root);
    const wanted = page === undefined ? pages : [pageNamed(pages, page)];
    const logos = wanted.flatMap(({ brand }) =>
      brand.logo === undefined ? [] : [resolve(this.#root, brand.logo)],
    );
    this.#sources = [...new Set([...this.#sources, ...sources, ...logos])];
    const built: BuiltPage[] = [];
    for (const settings of wanted) built.push(await this.#page(settings, templates));
    return { built, written: await writeArtifacts(out, built) };
  }

  /** Call it before a build that follows a change below `src/page`. */
  invalidate(): void {
    this.#bundler.invalidate();
  }

  close(): Promise<void> {
    return this.#bundler.close();
  }

  async #page(settings: PageSettings, templates: Promise<Templates>): Promise<BuiltPage> {
    const { logo } = settings.brand;
    const [bundle, ready, address] = await Promise.all([
      this.#bundler.bundle(bundleKey(settings)),
      templates,
      logo === undefined ? null : logoAddress(logo, this.#root),
    ]);
    return buildPage(settings, { bundle, templates: ready, logo: address });
  }
}
