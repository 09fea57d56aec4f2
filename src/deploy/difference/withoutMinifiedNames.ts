/** Strings, whole, so that nothing within them counts as a name; properties; and names as short as a minifier's. */
const TOKENS =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|\.\.\.|\.\s*[\w$]+|(?<![\w$])[A-Za-z_$][\w$]{0,2}(?![\w$])/g;
/** Words as short that no name can be. */
const WORDS = new Set(['if', 'in', 'do', 'for', 'let', 'var', 'new', 'try']);

/**
 * A line of code in which every name that a minifier may have given is the same: one more variable at the top
 * of a script renames thousands of others, which is no difference that anybody wants to read.
 */
export function withoutMinifiedNames(line: string): string {
  return line.replace(TOKENS, (token) => (/^["'`.]/.test(token) || WORDS.has(token) ? token : '_'));
}
