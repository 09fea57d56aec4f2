/** Comments, raw blocks and escaped mustaches, in which nothing counts; blocks, and what closes them. */
const TAG =
  /\\\{\{|\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![\s\S]*?\}\}|\{\{\{\{[\s\S]*?\{\{\{\{\/.*?\}\}\}\}|\{\{~?(?:[#^][>*]?\s*([^\s~}|]+)|\/\s*([^\s~}]+))[^}]*\}\}/g;

/** What is wrong with a template's blocks, of which Handlebars only says that the file ends; `null` for nothing. */
export function blockProblem(source: string): string | null {
  const open: { name: string; text: string; line: number }[] = [];
  for (const { 0: text, 1: opened, 2: closed, index } of source.matchAll(TAG)) {
    const line = source.slice(0, index).split('\n').length;
    if (opened !== undefined && opened !== 'else') open.push({ name: opened, text, line });
    if (closed === undefined) continue;
    const last = open.pop();
    if (last === undefined) return `line ${line}: ${text} closes nothing.`;
    if (last.name !== closed) {
      return `line ${last.line}: ${last.text} is not closed: ${text} on line ${line} comes first. Add {{/${last.name}}} before it.`;
    }
  }
  const [first] = open.slice(-1);
  return first === undefined
    ? null
    : `line ${first.line}: ${first.text} is not closed. Add {{/${first.name}}}.`;
}
