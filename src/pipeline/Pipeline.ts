import { join, resolve, sep } from 'node:path';
import { layer } from '../settings/layer.ts';
import { API_BODY_LIMIT } from '../settings/limits.ts';
import type { PageSettings } from '../settings/PageSettings.ts';
import { pageNamed, parseSettings } from '../settings/parseSettings.ts';
import type { SettingsOverlay } from '../settings/SettingsOverlay.ts';
import { type Shard, shardOf } from '../settings/Shard.ts';
import { UserError } from '../settings/UserError.ts';
import { ArtifactWriter, type Written } from './ArtifactWriter.ts';
import { Bundler } from './Bundler.ts';
import type { BuiltPage } from './buildPage.ts';
import { bundleKey } from './bundleKey.ts';
import type { Explanation } from './explain/Explanation.ts';
import { fewAtOnce } from './fewAtOnce.ts';
import { prepareHtmlRule } from './inspect/htmlRule.ts';
import { Kept } from './Kept.ts';
import { type LoadedSettings, loadSettings } from './loadSettings.ts';
import { logoAddress } from './logo.ts';
import type { Manifest } from './Manifest.ts';
import type { Sources } from './stampsOf.ts';
import type { Templates } from './Templates.ts';
import { readEmailBody } from './tenant-folder/readEmailBody.ts';
import { TenantFolder } from './tenant-folder/TenantFolder.ts';
import { wantedConnections } from './tenant-folder/tenantFiles.ts';
import type { WantedConnection } from './tenant-folder/WantedConnection.ts';

/** A page that has been written; its text is in the file, since a thousand of them are too much to hold. */
export type BuiltArtifact = Omit<BuiltPage, 'html'>;

/** What a build has made: pages, and in the same order where they are. */
export interface BuildOutcome {
  built: readonly BuiltArtifact[];
  written: readonly Written[];
  /** Folder of the tenant, where one of the pages is a tenant's. */
  tenant: string | null;
}

/** What is to be built. */
export interface BuildRequest {
  out: string;
  page: string | undefined;
  firstOnly?: boolean;
  shard?: Shard | undefined;
  /** Called after each page: how many are done, of how many, and which one it was. */
  onPage?: (done: number, of: number, name: string) => void;
}

/** Where pages go. */
type PageSink = Pick<ArtifactWriter, 'stage' | 'commit' | 'discard'>;

/** Pages under way at the same time: while one is compressed or validated in another thread, one is rendered. */
const AT_ONCE = 4;
/** Of a thousand pages with the same mistake, so many are told. */
const MOST_PROBLEMS = 10;

/** A variant is looked at, not deployed: only the API's own limit holds. */
const NO_BUDGET = { gzip: API_BODY_LIMIT, apiBody: API_BODY_LIMIT };

/** The way from `login.config.ts` to `dist/`: settings, bundle, render, inspect, write. */
export class Pipeline {
  readonly #root: string;
  readonly #bundler: Bundler;
  readonly #settings: Kept<LoadedSettings>;
  readonly #templates: Kept<Templates>;
  /** Files outside of the folders that are always read. */
  readonly #files = new Set<string>();
  #isAbandoned = false;
  /** The pages and their files, from the first that is begun; settled when nothing is half-written. */
  #writing: Promise<unknown> = Promise.resolve();
  readonly #variants = new Map<string, Promise<string>>();

  /** @param root - the project's folder, absolute */
  constructor(root: string) {
    this.#root = root;
    this.#bundler = new Bundler(root);
    this.#files.add(join(root, 'login.config.ts'));
    this.#settings = new Kept(
      () => loadSettings(root, (path) => this.#files.add(path)),
      (path, { sources }) => sources.includes(path),
    );
    const templates = join(root, 'templates');
    this.#templates = new Kept(
      async () => (await import('./Templates.ts')).loadTemplates(templates),
      (path) => path.startsWith(templates + sep),
    );
  }

  /** What a page is made from, as far as it is known: settings that fail say less. It only grows. */
  get sources(): Sources {
    const folders = [join(this.#root, 'templates'), join(this.#root, 'src', 'page')];
    return { files: [...this.#files], folders };
  }

  /**
   * Builds and writes all pages, or one.
   *
   * @param options - `out`: folder for the artifacts, absolute; `page`: name of the only page to build;
   *   `firstOnly`: where no page is named, build only the first; `shard`: build only this part of them
   * @throws UserError when anything is wrong; then nothing has been written
   */
  async build({ out, page, firstOnly = false, shard, onPage }: BuildRequest): Promise<BuildOutcome> {
    if (out === this.#root) {
      throw new UserError(
        '--out is the project’s own folder, whose files a page could replace. Name another.',
        2,
      );
    }
    prepareHtmlRule();
    const { pages } = await this.#settings.get();
    const all = page !== undefined ? [pageNamed(pages, page)] : firstOnly ? pages.slice(0, 1) : pages;
    const wanted = shard === undefined ? all : shardOf(all, shard);
    for (const file of namedFiles(wanted, this.#root)) this.#files.add(file);
    // esbuild works on another core, so Lock's bundle is under way before anything else is even loaded.
    for (const key of new Map(wanted.map((it) => [JSON.stringify(bundleKey(it)), bundleKey(it)])).values()) {
      // A failure is reported when a page asks for it; until then it must not count as unhandled.
      this.#bundler.bundle(key).catch(() => undefined);
    }
    const parts = await Promise.all([import('./buildPage.ts'), this.#templates.get()]);
    // A folder of before is a tenant's that the settings do not have any more.
    const isOver = wanted.length === pages.length && pages.every(({ tenant }) => tenant === undefined);
    const writer = new ArtifactWriter(out);
    const tenant = new TenantFolder(writer, join(out, 'tenant'), isOver);
    const making = this.#make(wanted, { writer, tenant }, parts, onPage);
    this.#writing = making;
    return making;
  }

  /**
   * Builds pages as `build` does, writes nothing, and hands each on when it is done, in any order.
   *
   * @param names - of the pages; default all
   * @param take - called with each page
   * @throws UserError when anything is wrong
   */
  async hand(
    names: readonly string[] | undefined,
    take: (html: string, manifest: Manifest) => void | Promise<void>,
    onPage?: BuildRequest['onPage'],
  ): Promise<void> {
    prepareHtmlRule();
    const { pages } = await this.#settings.get();
    const wanted = names === undefined ? pages : names.map((name) => pageNamed(pages, name));
    const parts = await Promise.all([import('./buildPage.ts'), this.#templates.get()]);
    const sink: PageSink = {
      stage: async (_place, html, manifest) => take(html, manifest),
      commit: async () => [],
      discard: async () => undefined,
    };
    await this.#make(wanted, { writer: sink, tenant: null }, parts, onPage);
  }

  /** Names of the pages of `login.config.ts`, in the order in which they are written. */
  async names(): Promise<string[]> {
    return (await this.#settings.get()).pages.map(({ name }) => name);
  }

  async #make(
    wanted: readonly PageSettings[],
    { writer, tenant }: { writer: PageSink; tenant: TenantFolder | null },
    [{ buildPage }, templates]: [typeof import('./buildPage.ts'), Templates],
    onPage: BuildRequest['onPage'],
  ): Promise<BuildOutcome> {
    const built: (BuiltArtifact | undefined)[] = wanted.map(() => undefined);
    const problems = new Map<number, UserError>();
    try {
      await fewAtOnce(wanted, AT_ONCE, async (settings, index) => {
        this.#goOn();
        if (problems.size >= MOST_PROBLEMS) return;
        try {
          const where = wanted.length > 1 ? `${settings.name}: ` : '';
          const logo = await this.#logo(settings, where);
          const bundle = await this.#bundler.bundle(bundleKey(settings));
          const { html, ...page } = await buildPage(settings, { bundle, templates, logo });
          await tenant?.take(settings, html, this.#root);
          // What can't be written any more need not be staged.
          if (problems.size === 0) await writer.stage(index, html, page.manifest);
          built[index] = page;
          onPage?.(built.filter((it) => it !== undefined).length, wanted.length, settings.name);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          problems.set(index, error);
        }
      });
      if (problems.size > 0) throw allProblems(problems);
      this.#goOn();
      await tenant?.stage();
      const written = await writer.commit();
      return { built: built.filter((it) => it !== undefined), written, tenant: tenant?.written ?? null };
    } finally {
      await writer.discard();
    }
  }

  /**
   * The name of the page that is a tenant's, or `null`.
   *
   * @throws UserError when the settings are wrong
   */
  async tenantPage(): Promise<string | null> {
    const { pages } = await this.#settings.get();
    return pages.find(({ tenant }) => tenant !== undefined)?.name ?? null;
  }

  /**
   * The connections that the settings name, whichever page is the tenant's.
   *
   * @throws UserError when the settings are wrong, or the email's body cannot be read
   */
  async connections(): Promise<WantedConnection[]> {
    const { pages } = await this.#settings.get();
    const page = pages.find(({ tenant }) => tenant !== undefined);
    if (page?.tenant === undefined) return [];
    const emailBody = await readEmailBody(page, this.#root);
    return wantedConnections(page.tenant, page.emailMethod, emailBody);
  }

  /**
   * What a page's bundle is made of.
   *
   * @param page - its name, default the first
   * @param onStep - called before each of the builds that this takes
   * @throws UserError when anything is wrong
   */
  async explain(
    page: string | undefined,
    onStep: (done: number, of: number) => void,
  ): Promise<{ name: string; explanation: Explanation }> {
    const { pages } = await this.#settings.get();
    const settings = page === undefined ? pages[0] : pageNamed(pages, page);
    if (settings === undefined) throw new UserError('There is no page.');
    const { explain } = await import('./explain/explain.ts');
    return { name: settings.name, explanation: await explain(this.#root, bundleKey(settings), onStep) };
  }

  /**
   * Builds a page with other settings laid over its own, and writes nothing: what it would look like.
   *
   * @param options - `page`: its name, default the first; `over`: laid over field by field, lists whole
   * @throws UserError when anything is wrong
   */
  variant({ page, over }: { page: string | undefined; over: SettingsOverlay }): Promise<string> {
    // What takes a setting away counts too.
    const key = JSON.stringify([page, over], (_name, value: unknown) => (value === undefined ? null : value));
    const known = this.#variants.get(key);
    if (known !== undefined) return known;
    const made = this.#makeVariant(page, over);
    this.#variants.set(key, made);
    // A failure is not kept: what is missing, a logo say, may be there the next time.
    made.catch(() => this.#variants.delete(key));
    return made;
  }

  async #makeVariant(page: string | undefined, over: SettingsOverlay): Promise<string> {
    const { pages, written } = await this.#settings.get();
    const { name } = page === undefined ? (pages[0] ?? { name: 'login' }) : pageNamed(pages, page);
    const own: object = written.loginPages[name] ?? {};
    const settings = layer({ ...own, budget: NO_BUDGET }, { ...over });
    const [parsed] = parseSettings({ loginPages: { [name]: settings } }, 'login.config.ts, varied,');
    if (parsed === undefined) throw new UserError(`There is no page called "${name}".`);
    const [bundle, { buildPage }, templates, logo] = await Promise.all([
      this.#bundler.bundle(bundleKey(parsed)),
      import('./buildPage.ts'),
      this.#templates.get(),
      this.#logo(parsed, ''),
    ]);
    return (await buildPage(parsed, { bundle, templates, logo })).html;
  }

  #logo({ brand: { logo } }: PageSettings, where: string): Promise<string> | null {
    return logo === undefined ? null : logoAddress(logo, this.#root, where);
  }

  /** Call it with the files that have changed (absolute paths) before the build that follows. */
  invalidate(changed: readonly string[]): void {
    this.#variants.clear();
    for (const part of [this.#bundler, this.#settings, this.#templates]) part.invalidate(changed);
  }

  /**
   * Has a build end at the next page, with nothing written; one that is already putting its pages into their
   * places does so to the end. Resolves when nothing is left of it, at once where no page has been begun:
   * settings can take forever.
   */
  async abandon(): Promise<void> {
    this.#isAbandoned = true;
    await this.#writing.catch(() => undefined);
  }

  #goOn(): void {
    if (this.#isAbandoned) throw new UserError('Interrupted; the artifacts are as they were.');
  }

  close(): Promise<void> {
    return this.#bundler.close();
  }
}

function namedFiles(pages: readonly PageSettings[], root: string): string[] {
  const names = pages.flatMap(({ brand, tenant }) => [brand.logo, tenant?.email?.template]);
  return names.filter((name) => name !== undefined).map((name) => resolve(root, name));
}

/** Problems in the order of the pages; the same one, of a template say, is told once. */
function allProblems(problems: ReadonlyMap<number, UserError>): UserError {
  const inOrder = [...problems].sort(([a], [b]) => a - b).map(([, problem]) => problem);
  const messages = [...new Set(inOrder.map(({ message }) => message))];
  const more =
    problems.size >= MOST_PROBLEMS
      ? `\nThere may be more: after ${MOST_PROBLEMS} pages with problems it ends.`
      : '';
  return new UserError(messages.join('\n') + more, inOrder[0]?.exitCode);
}
