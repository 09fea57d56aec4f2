import type { SettingsOverlay } from '../settings/SettingsOverlay.ts';
import type { PageSource } from './PageSource.ts';
import type { Tenant } from './Tenant.ts';

/** No page was open at the change; this one was opened by hand. */
const RELOADED_WITHIN_MS = 10_000;

/** More than this tell nobody more. */
const MOST_VIOLATIONS = 50;

/** How variants of the page are built. */
type MakeVariant = (settings: SettingsOverlay) => Promise<string>;

/** The pages of a tenant that builds them while it runs: the newest good one is served, and open ones hear of it. */
export class DevPages implements PageSource {
  readonly reloads: boolean;
  readonly #makeVariant: MakeVariant;
  readonly #onLoaded: (milliseconds: number) => void;
  readonly #onViolation: (what: string) => void;
  /** Told once for each build, not for each page that is opened. */
  readonly #violations = new Set<string>();
  #tenant: Tenant | null = null;
  #html: string | null = null;
  #problem: string | null = null;
  /** Never the same in two runs, so that a page of an earlier one is known to be old. */
  #build = Date.now();
  /** When the change was noticed that led to the newest build; `null` once a page with it was loaded. */
  #noticed: number | null = null;

  /**
   * @param makeVariant - builds the page with other settings
   * @param onLoaded - hears how long it took from a change to the page that was loaded again; without it,
   *   pages are served exactly as they are built, and do not reload themselves
   * @param onViolation - hears what a page’s Content Security Policy stops, or would stop
   */
  constructor(
    makeVariant: MakeVariant,
    onLoaded?: (milliseconds: number) => void,
    onViolation?: (what: string) => void,
  ) {
    this.reloads = onLoaded !== undefined;
    this.#makeVariant = makeVariant;
    this.#onLoaded = onLoaded ?? (() => undefined);
    this.#onViolation = onViolation ?? (() => undefined);
  }

  /** Serves from now on, by this tenant. */
  serve(tenant: Tenant): void {
    this.#tenant = tenant;
    if (this.#html !== null) tenant.setPage(this.#html);
  }

  /** Takes a page that was built after a change that was noticed then, by `performance.now()`. */
  built(html: string, noticed: number): void {
    this.#problem = null;
    this.#violations.clear();
    // The first page is opened by somebody, whenever they like.
    this.#noticed = this.#html === null ? null : noticed;
    this.#html = html;
    this.#build++;
    this.#tenant?.setPage(html);
    this.#tenant?.events.tell({ type: 'page', build: this.#build });
  }

  /** Takes what is wrong with the newest sources. */
  failed(message: string): void {
    this.#problem = message;
    this.#tenant?.events.tell({ type: 'problem', message });
  }

  /** Whether there is a page to be served. */
  get hasPage(): boolean {
    return this.#html !== null;
  }

  variant(settings: SettingsOverlay): Promise<string> {
    return this.#makeVariant(settings);
  }

  problem(): string | null {
    return this.#problem;
  }

  build(): number {
    return this.#build;
  }

  violated(what: string): void {
    if (this.#violations.has(what) || this.#violations.size >= MOST_VIOLATIONS) return;
    this.#violations.add(what);
    this.#onViolation(what);
  }

  loaded(build: number): void {
    if (build !== this.#build || this.#noticed === null) return;
    const took = performance.now() - this.#noticed;
    this.#noticed = null;
    if (took < RELOADED_WITHIN_MS) this.#onLoaded(took);
  }
}
