import type { Shard } from '../../settings/Shard.ts';
import { text, type Values, wrongUsage } from './Values.ts';

/** `node build.mjs`, and what it does instead of building once. */
export type BuildRequest =
  | { command: 'inspect'; file: string }
  | { command: 'build'; page: string | undefined; out: string; shard: Shard | undefined }
  | { command: 'watch'; page: string | undefined; out: string }
  | ExplainRequest;

/** `node build.mjs --explain` */
export interface ExplainRequest {
  command: 'explain';
  page: string | undefined;
  /** Folder of the picture. */
  out: string;
}

/** For `parseArgs`. */
export const buildOptions = {
  page: { type: 'string' },
  out: { type: 'string' },
  watch: { type: 'boolean' },
  inspect: { type: 'string' },
  explain: { type: 'boolean' },
  shard: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws UserError for options that exclude others, and for a part that is none */
export function readBuild({ page, out, watch, inspect, explain, shard }: Values): BuildRequest {
  if (shard !== undefined && [page, watch, inspect, explain].some((it) => it !== undefined)) {
    throw wrongUsage(
      '--shard is a part of all pages, so --page, --watch, --inspect and --explain do not go with it',
    );
  }
  if (explain === true) {
    if (watch === true || inspect !== undefined) {
      throw wrongUsage('--explain looks at a bundle once, so --watch and --inspect do not go with it');
    }
    return { command: 'explain', page: text(page), out: text(out) ?? 'explain' };
  }
  if (inspect === undefined) {
    const common = { page: text(page), out: text(out) ?? 'dist' };
    if (watch === true) return { command: 'watch', ...common };
    return { command: 'build', ...common, shard: readShard(text(shard)) };
  }
  if (watch === true || page !== undefined || out !== undefined) {
    throw wrongUsage('--inspect builds nothing, so --watch, --page and --out do not go with it');
  }
  return { command: 'inspect', file: text(inspect) ?? '' };
}

function readShard(given: string | undefined): Shard | undefined {
  if (given === undefined) return undefined;
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(given)?.map(Number) ?? [];
  if (index !== undefined && count !== undefined && index >= 1 && index <= count) return { index, count };
  throw wrongUsage(
    `--shard takes a part and the number of parts, such as 1/4, 2/4, 3/4 and 4/4; received ${JSON.stringify(given)}`,
  );
}
