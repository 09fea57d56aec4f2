import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { transform } from 'esbuild';
import Handlebars from 'handlebars';
import { nearestName } from '../settings/nearestName.ts';
import { UserError } from '../settings/UserError.ts';
import { blockProblem } from './blockProblem.ts';
import { buildFailure } from './buildFailure.ts';
import { decodeText } from './decodeText.ts';
import type { TemplateData } from './TemplateData.ts';
import { mark, type Place, placesIn } from './templatePlaces.ts';
import { placeOfName, type UnknownName, unknownName } from './unknownName.ts';

/** The page's markup and style, compiled. */
export interface Templates {
  /** @throws UserError when a template uses what is not there */
  render(data: TemplateData): string;
  /** Tells where in which template a place of the page (line and column, from 1) comes from. */
  placesIn(data: TemplateData): (line: number, column: number) => Place | null;
  /** `login.css` and `lock.css`, minified. */
  style: string;
}

/** The page's own, then Lock's, which is made to fit it. */
const STYLES = ['login.css', 'lock.css'];

/** Unknown names throw instead of leaving a hole, and a partial's indentation never gets into a script. */
const OPTIONS = { strict: true, preventIndent: true } as const;

/**
 * Reads and compiles `templates/`: `login.hbs`, `partials/*.hbs`, `login.css` and `lock.css`.
 *
 * @param folder - absolute
 * @throws UserError that names the file and the line when one is missing or broken
 */
export async function loadTemplates(folder: string): Promise<Templates> {
  const partials = await readPartials(join(folder, 'partials'));
  const [page, ...styles] = await Promise.all([
    read(join(folder, 'login.hbs')),
    ...STYLES.map((file) => readStyle(folder, file)),
  ]);
  const render = compileAll(page, partials, (_file, template) => template);
  return {
    style: styles.join('\n'),
    render,
    placesIn: (data) => placesIn(compileAll(page, partials, mark)(data)),
  };
}

type Transform = (file: string, template: hbs.AST.Program) => hbs.AST.Program;

function compileAll(page: string, partials: readonly [string, string][], transform: Transform) {
  const handlebars = Handlebars.create();
  const add = (file: string, source: string) =>
    compile(handlebars, file, transform(file, parse(handlebars, file, source)));
  for (const [name, source] of partials) {
    handlebars.registerPartial(name, add(`templates/partials/${name}.hbs`, source));
  }
  const render = add('templates/login.hbs', page);
  return (data: TemplateData): string => render(data);
}

function compile(
  handlebars: typeof Handlebars,
  file: string,
  template: hbs.AST.Program,
): Handlebars.TemplateDelegate {
  const render = handlebars.compile(template, OPTIONS);
  return (data: unknown, options) => {
    const unknown = unknownName(template, data);
    if (unknown !== null) throw new UserError(`${file} cannot be rendered: ${explain(unknown, data)}`);
    try {
      return render(data, options);
    } catch (error) {
      if (error instanceof UserError) throw error;
      const partials = Object.keys(handlebars.partials);
      throw new UserError(`${file} cannot be rendered: ${reason(message(error), template, partials)}`);
    }
  };
}

/** What Handlebars says, with the line that it leaves out. */
function reason(text: string, template: hbs.AST.Program, partials: readonly string[]): string {
  const partial = /The partial (\S+) could not be found/.exec(text)?.[1];
  if (partial !== undefined) {
    return `there is no partial templates/partials/${partial}.hbs${placeOfName(template, partial)}.${didYouMean(partial, partials)}`;
  }
  if (text.includes('call stack')) return 'a partial includes itself.';
  const [, unknown, line, column] = /^"(.+)" not defined in .* - (\d+):(\d+)$/s.exec(text) ?? [];
  if (unknown !== undefined) return `line ${line}, column ${Number(column) + 1}: there is no "${unknown}".`;
  const within = /^Cannot use 'in' operator to search for '(.+?)' in/.exec(text)?.[1];
  return within === undefined ? text : `there is no "${within}"${placeOfName(template, within)}.`;
}

function didYouMean(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  return nearest === null ? '' : ` Did you mean "${nearest}"?`;
}

function parse(handlebars: typeof Handlebars, file: string, source: string): hbs.AST.Program {
  try {
    return handlebars.parse(source);
  } catch (error) {
    throw new UserError(`${file} does not compile:\n${blockProblem(source) ?? message(error)}`);
  }
}

function explain({ name, line, column }: UnknownName, data: unknown): string {
  const names = pathsOf(data);
  return `line ${line}, column ${column}: there is no "${name}".${didYouMean(name, names)}\nA template can use: ${names.join(', ')}.`;
}

function pathsOf(data: unknown, prefix = ''): string[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const inner = pathsOf(value, `${prefix}${key}.`);
    return inner.length > 0 ? inner : [`${prefix}${key}`];
  });
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function readPartials(folder: string): Promise<[string, string][]> {
  const files = (await readdir(folder).catch(() => []))
    .filter((file) => !file.startsWith('.') && file.endsWith('.hbs'))
    .sort();
  return Promise.all(
    files.map(
      async (file): Promise<[string, string]> => [basename(file, '.hbs'), await read(join(folder, file))],
    ),
  );
}

async function read(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(
      `${path} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.code}.`,
    );
  });
  // The page's bytes must not depend on an editor's line ends.
  return decodeText(bytes, path).replace(/\r\n?/g, '\n');
}

async function readStyle(folder: string, name: string): Promise<string> {
  return minify(`templates/${name}`, await read(join(folder, name)));
}

async function minify(file: string, css: string): Promise<string> {
  const { code, warnings } = await transform(css, {
    loader: 'css',
    minify: true,
    target: ['chrome78', 'firefox68', 'safari12.1'],
    logLevel: 'silent',
    sourcefile: file,
  }).catch((error: unknown) => {
    throw buildFailure(`${file} does not compile`, error);
  });
  // esbuild only warns of a syntax error, and leaves it to the browser to skip the rule.
  if (warnings.length > 0) {
    throw buildFailure(`${file} does not compile`, Object.assign(new Error(), { errors: warnings }));
  }
  return code.trim();
}
