import type { Pipeline } from '../../pipeline/Pipeline.ts';
import type { WantedPage } from '../PlannedChange.ts';

/** Pages that were built in memory. */
export interface BuiltPages {
  (page: string): WantedPage;
  /** What they are, by SHA-256. */
  known: ReadonlyMap<string, string>;
}

/** More texts than this are not kept: a page that is asked for is built once more. */
const MOST_KEPT = 30;

/**
 * Builds pages in memory, writes nothing.
 *
 * @throws UserError when there is no such page, or it does not build
 */
export async function buildWanted(
  pipeline: Pipeline,
  names: readonly string[],
  onPage?: (done: number, of: number) => void,
): Promise<BuiltPages> {
  const unique = [...new Set(names)];
  const pages = new Map<string, WantedPage>();
  await pipeline.hand(
    unique,
    (html, { page, sha256, bytes }) => {
      const kept = unique.length <= MOST_KEPT ? html : null;
      pages.set(page, {
        sha256,
        bytes: bytes.html,
        isOn: true,
        what: `${page}, as these sources build it`,
        html: async () => kept ?? buildAgain(pipeline, page),
      });
    },
    onPage,
  );
  const pageNamed = (name: string): WantedPage => {
    const page = pages.get(name);
    if (page === undefined) throw new Error(`${name} was not built.`);
    return page;
  };
  const known = new Map([...pages.values()].map(({ sha256, what }) => [sha256, what]));
  return Object.assign(pageNamed, { known });
}

async function buildAgain(pipeline: Pipeline, page: string): Promise<string> {
  let text = '';
  await pipeline.hand([page], (html) => {
    text = html;
  });
  return text;
}
