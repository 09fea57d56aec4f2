import type { PluginBuild } from 'esbuild';

/** Called for each thing of `expects` that a cut has met. */
export type Found = (what: string) => void;

/**
 * Something that is taken off Lock's bundle, or put in another's place. A cut throws when what it finds is
 * not what it expects.
 */
export interface Cut {
  /** How the cut is called in errors: the name of its file. */
  name: string;
  /** What must be met at least once in a build; else Lock has changed, and the cut is not to be trusted. */
  expects: readonly string[];
  /** Registers with esbuild, for cuts that resolve an import to something else. */
  setup?(build: PluginBuild, found: Found): void;
  /**
   * Changes the source of one of Lock's modules.
   *
   * @param path - within `auth0-lock/lib`, such as `core/index.js`
   */
  transform?(path: string, source: string, found: Found): string | Promise<string>;
}
