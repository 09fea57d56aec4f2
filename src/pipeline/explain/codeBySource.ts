import { decode } from '@jridgewell/sourcemap-codec';

/** The part of a source map that tells where a piece of output is from. */
interface SourceMap {
  sources: readonly string[];
  mappings: string;
}

/** What no source is named for: the bundler's own wrapping. */
export const WRAPPING = 'esbuild';

/** A script's text by the source that each piece of it is from. */
export function codeBySource(code: string, { sources, mappings }: SourceMap): Map<string, string> {
  const pieces = new Map<string, string[]>();
  const add = (source: string, text: string) => {
    if (text === '') return;
    pieces.set(source, [...(pieces.get(source) ?? []), text]);
  };
  const collected = decode(mappings);
  for (const [index, line] of code.split('\n').entries()) {
    const segments = collected[index] ?? [];
    add(WRAPPING, line.slice(0, segments[0]?.[0] ?? line.length));
    for (const [place, [column, source]] of segments.entries()) {
      const text = line.slice(column, segments[place + 1]?.[0] ?? line.length);
      add(source === undefined ? WRAPPING : (sources[source] ?? WRAPPING), text);
    }
  }
  return new Map([...pieces].map(([source, texts]) => [source, texts.join('')]));
}
