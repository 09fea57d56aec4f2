import { showFindings } from '../pipeline/buildPage.ts';
import type { BuiltArtifact } from '../pipeline/Pipeline.ts';
import { count } from '../settings/count.ts';

/** What a build prints of many pages: their sizes, and each warning once with the pages that have it. */
export function summary(built: readonly BuiltArtifact[], folder: string): string {
  const sizes = built.map(({ manifest }) => manifest.bytes);
  const all = sizes.reduce((sum, { html }) => sum + html, 0);
  const lines = [
    `${built.length} pages in ${folder}`,
    `  size      ${count(all)} bytes, ${range(sizes.map(({ html }) => html))} each, ${range(built.map(({ gzipBytes }) => gzipBytes))} gzipped`,
    `  api body  ${range(sizes.map(({ apiBody }) => apiBody))} bytes`,
  ];
  return [...lines, ...warnings(built)].join('\n');
}

function range(numbers: readonly number[]): string {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return least === most ? count(least) : `${count(least)} to ${count(most)}`;
}

function warnings(built: readonly BuiltArtifact[]): string[] {
  const pages = new Map<string, string[]>();
  for (const { manifest, warnings: found } of built) {
    for (const finding of found) {
      const text = showFindings([finding]);
      pages.set(text, [...(pages.get(text) ?? []), manifest.page]);
    }
  }
  return [...pages].map(([text, names]) => `${text}\n    in ${someOf(names)}`);
}

function someOf(names: readonly string[]): string {
  const more = names.length - 3;
  return names.slice(0, 3).join(', ') + (more > 0 ? ` and ${more} more pages` : '');
}
