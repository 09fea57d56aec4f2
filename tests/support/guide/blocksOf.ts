/** A fenced block of a Markdown text. */
export interface Block {
  /** What stands behind the fence; `''` where nothing does. */
  language: string;
  text: string;
  /** Of its first fence, from 1. */
  line: number;
}

/** The fenced blocks of a Markdown text, in order. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? '',
    text: (match[2] ?? '').trimEnd(),
    line: markdown.slice(0, match.index).split('\n').length,
  }));
}
