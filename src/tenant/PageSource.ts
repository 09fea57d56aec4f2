import type { SettingsOverlay } from '../settings/SettingsOverlay.ts';

/** Where the tenant has pages from that are not set in its data, and how it treats those that it serves. */
export interface PageSource {
  /**
   * The page of `login.config.ts`, built with other settings laid over; `null` where that cannot be had, a
   * page that was given as text.
   *
   * @throws UserError when it does not build
   */
  variant(settings: SettingsOverlay): Promise<string | null>;
  /** Puts the reload script into a page that is served; `false` serves exactly the bytes that were built. */
  reloads: boolean;
  /** Why there is no newer page, to be shown over the last good one; `null` when all is well. */
  problem(): string | null;
  /** Names the newest build: another number for another one, of another run too. */
  build(): number;
  /** Called with what a page’s Content Security Policy stops, or would stop, in a line. */
  violated(what: string): void;
  /** Called when a browser has loaded a page of this build. */
  loaded(build: number): void;
}
