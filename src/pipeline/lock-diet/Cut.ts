import type { PluginBuild } from 'esbuild';

/** Called for each thing of `expects` that a cut has met. */
export type Found = (what: string) => void;

/** Lock's modules: source by path within `auth0-lock/lib`, such as `core/index.js`. */
export type LockModules = ReadonlyMap<string, string>;

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
  /** Changes Lock's modules, all at once; returns those that it has changed. */
  transform?(modules: LockModules, found: Found): Promise<LockModules> | LockModules;
  /** Looks at the finished bundle; returns what is wrong with it, as a sentence without its subject. */
  verify?(code: string): string | null;
}
