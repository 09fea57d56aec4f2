import Handlebars from 'handlebars';

/** A place in a template; lines and columns from 1. */
export interface Place {
  /** Such as `templates/partials/shell.hbs`. */
  file: string;
  line: number;
  column: number;
  /** Whether the template itself says what is there; otherwise the place is that of the name of some data. */
  isText: boolean;
}

/** Private-use characters, which no template has a reason to hold. */
const MARK = /\uE000([^\uE000\uE001]*)\uE001/g;

/**
 * Puts marks into a parsed template, so that what is rendered from it tells where it comes from: Handlebars has no
 * source maps. Read them with `placesIn`.
 */
export function mark(file: string, template: hbs.AST.Program): hbs.AST.Program {
  new Marker(file).accept(template);
  return template;
}

/** Tells of each place in a rendered page where it comes from; `null` before the first mark. */
export function placesIn(rendered: string): (line: number, column: number) => Place | null {
  const marks: { line: number; column: number; from: Place }[] = [];
  let [line, column, at] = [1, 1, 0];
  for (const { 0: text, 1: from = '', index } of rendered.matchAll(MARK)) {
    const lines = rendered.slice(at, index).split('\n');
    column = (lines.length > 1 ? 1 : column) + (lines.at(-1)?.length ?? 0);
    line += lines.length - 1;
    at = index + text.length;
    marks.push({ line, column, from: JSON.parse(from) as Place });
  }
  return (wantedLine, wantedColumn) => {
    const last = marks.findLast(
      (it) => it.line < wantedLine || (it.line === wantedLine && it.column <= wantedColumn),
    );
    if (last === undefined) return null;
    const { from } = last;
    return from.isText && last.line === wantedLine
      ? { ...from, column: from.column + wantedColumn - last.column }
      : from;
  };
}

class Marker extends Handlebars.Visitor {
  readonly #file: string;

  constructor(file: string) {
    super();
    this.#file = file;
  }

  override Program(program: hbs.AST.Program): void {
    program.body = program.body.flatMap((statement): hbs.AST.Statement[] => {
      this.accept(statement);
      const { line, column } = statement.loc.start;
      if (statement.type === 'ContentStatement') {
        this.#markLines(statement as hbs.AST.ContentStatement);
        return [statement];
      }
      if (statement.type !== 'MustacheStatement') return [statement];
      const value = this.#mark(line, column + 1, false);
      return [
        { ...statement, type: 'ContentStatement', value, original: value } as hbs.AST.Statement,
        statement,
      ];
    });
  }

  /** A mark at the beginning of each line. */
  #markLines(content: hbs.AST.ContentStatement): void {
    const { value, original, loc } = content as typeof content & { original: string };
    // White space around it may have been taken off.
    const taken = original.slice(0, original.search(/\S|$/) - value.search(/\S|$/)).split('\n');
    const first = loc.start.line + taken.length - 1;
    const column = (taken.length > 1 ? 0 : loc.start.column) + (taken.at(-1)?.length ?? 0);
    content.value = value
      .split('\n')
      .map((text, index) => this.#mark(first + index, index === 0 ? column + 1 : 1, true) + text)
      .join('\n');
  }

  #mark(line: number, column: number, isText: boolean): string {
    return `\uE000${JSON.stringify({ file: this.#file, line, column, isText } satisfies Place)}\uE001`;
  }
}
