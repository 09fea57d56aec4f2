import Handlebars from 'handlebars';

/** A name that a template uses and that is not there. */
export interface UnknownName {
  name: string;
  line: number;
  /** From 1. */
  column: number;
}

/**
 * The first name in a template that its data does not have, or `null`. Handlebars' own strict mode does not
 * look at what `{{#if}}` and the like are given, so that a typo there would silently leave something out.
 */
export function unknownName(template: hbs.AST.Program, data: unknown): UnknownName | null {
  const finder = new NameFinder(data);
  finder.accept(template);
  return finder.found;
}

class NameFinder extends Handlebars.Visitor {
  found: UnknownName | null = null;
  readonly #data: unknown;

  constructor(data: unknown) {
    super();
    this.#data = data;
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    this.acceptArray(block.params);
    // Within these, names are those of another object.
    if (/^(?:each|with)$/.test(block.path.type === 'PathExpression' ? block.path.original : '')) return;
    this.accept(block.program);
    if (block.inverse !== undefined) this.accept(block.inverse);
  }

  override PartialStatement({ params }: hbs.AST.PartialStatement): void {
    this.acceptArray(params);
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    this.#call(mustache);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.#call(expression);
  }

  /** What has parameters is a helper's name, not one of the data's. */
  #call({ path, params }: hbs.AST.MustacheStatement | hbs.AST.SubExpression): void {
    if (params.length === 0) this.accept(path);
    else this.acceptArray(params);
  }

  override PathExpression({ parts, data, depth, loc }: hbs.AST.PathExpression): void {
    if (this.found !== null || data || depth > 0 || has(this.#data, parts)) return;
    this.found = { name: parts.join('.'), line: loc.start.line, column: loc.start.column + 1 };
  }
}

/** ` (line 3, column 5)` of the first use of a name, of a partial or within the data; empty where it is not found. */
export function placeOfName(template: hbs.AST.Program, name: string): string {
  const finder = new PlaceFinder(name);
  finder.accept(template);
  const { line, column } = finder.found ?? { line: 0, column: 0 };
  return line === 0 ? '' : ` (line ${line}, column ${column + 1})`;
}

class PlaceFinder extends Handlebars.Visitor {
  found: hbs.AST.Position | null = null;
  readonly #name: string;

  constructor(name: string) {
    super();
    this.#name = name;
  }

  override PathExpression({ original, parts, loc }: hbs.AST.PathExpression): void {
    if (original === this.#name || parts.at(-1) === this.#name) this.found ??= loc.start;
  }
}

/** Whether the path is there; what is `null` may have anything below it. */
function has(data: unknown, path: readonly string[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined || data === null) return true;
  if (typeof data !== 'object' || !Object.hasOwn(data, key)) return false;
  return has((data as Record<string, unknown>)[key], rest);
}
