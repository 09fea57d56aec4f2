import { Liquid, LiquidError, type Template, type Variable } from 'liquidjs';
import { nearestName } from '../nearestName.ts';

/** Something that is wrong with a template. Lines and columns count from 1. */
export interface LiquidMistake {
  line: number;
  column: number;
  /** What it is, and what to do: a sentence or two without the last full stop. */
  what: string;
}

/** Tags that read other templates. Auth0 documents two of them, and has no place for such a file. */
const FILE_TAGS = ['include', 'layout', 'render', 'block'];
/** Of one message: a template that a person has written takes a few, and a machine may be busy with something else. */
const MOST_MILLISECONDS = 2_000;
const MOST_CHARACTERS = 1_000_000;

/** Auth0 renders with LiquidJS too. This one reads no files, sees nothing of a value's prototype, and comes to an end. */
const engine = new Liquid({
  strictFilters: true,
  ownPropertyOnly: true,
  templates: {},
  parseLimit: MOST_CHARACTERS,
  memoryLimit: MOST_CHARACTERS,
  renderLimit: MOST_MILLISECONDS,
});
for (const tag of FILE_TAGS) delete engine.tags[tag];
// Auth0's own, of its email templates: a summary of the variables.
engine.registerTag('debug', {
  parse: () => undefined,
  render: (context) => JSON.stringify(context.environments, null, 2),
});

/**
 * Renders a template.
 *
 * @param known - paths of the variables that there are, as in `messageVariables.ts`
 * @returns `null` in place of the text where it cannot be rendered, and every mistake that was found: with a text,
 *   those are variables that print nothing
 */
export function renderLiquid(
  template: string,
  values: object,
  known: readonly string[],
): { text: string | null; mistakes: LiquidMistake[] } {
  try {
    const parsed = engine.parse(template);
    const mistakes = unknownVariables(template, parsed, known);
    const text = engine.renderSync(parsed, values) as string;
    if (text.length <= MOST_CHARACTERS) return { text, mistakes };
    return { text: null, mistakes: [{ line: 1, column: 1, what: TOO_MUCH }] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { text: null, mistakes: [toMistake(error)] };
  }
}

/** What is wrong with a template, in its own order; an empty list where nothing is. */
export const liquidMistakes = (template: string, known: readonly string[]): LiquidMistake[] =>
  renderLiquid(template, {}, known).mistakes;

/** `line 1, column 9: {% if code %} is never closed. Add {% endif %}` */
export const mistakeText = ({ line, column, what }: LiquidMistake): string =>
  `line ${line}, column ${column}: ${what}`;

/** What a template must be that it is not, in words that follow "expected"; `null` where nothing is wrong. */
export function liquidProblem(template: string, known: readonly string[]): string | null {
  const [mistake] = liquidMistakes(template, known);
  return mistake === undefined ? null : `Liquid without mistakes (${mistakeText(mistake)})`;
}

function unknownVariables(template: string, parsed: Template[], known: readonly string[]): LiquidMistake[] {
  const lines = template.split('\n');
  const found = Object.values(engine.analyzeSync(parsed, { partials: false }).globals).flat();
  return found
    .filter((variable) => !known.some((path) => isPathOf(variable, path)))
    .flatMap(({ segments, location: { row, col } }) => {
      const name = segments.map(String).join('.');
      const nearest = nearestName(name, known);
      const before = [...lines.slice(0, row - 1), (lines[row - 1] ?? '').slice(0, col - 1)].join('\n');
      // A condition may ask for what is not always there; printing it is in vain.
      const isPrinted = before.lastIndexOf('{{') > before.lastIndexOf('{%');
      return isPrinted || nearest !== null
        ? [{ line: row, column: col, what: unknown(name, nearest, known) }]
        : [];
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/** What every text and list has, in Liquid. */
const OF_ANY = ['size', 'first', 'last'];

function isPathOf({ segments }: Variable, path: string): boolean {
  const parts = path.split('.');
  for (const [place, segment] of segments.entries()) {
    const part = parts[place];
    // `user[name]`: only a message that is sent knows which one that is.
    if (part === '*' || typeof segment === 'object') return true;
    if (part === undefined) return OF_ANY.includes(String(segment)) && place === segments.length - 1;
    if (part !== segment) return false;
  }
  return true;
}

function unknown(name: string, nearest: string | null, known: readonly string[]): string {
  const meant =
    nearest === null
      ? `Its variables are ${known.filter((it) => !it.includes('.') || /\.(?:name|email)$/.test(it)).join(', ')}`
      : `Did you mean "${nearest}"?`;
  return `Auth0 gives this message no "${name}", so it prints nothing. ${meant}`;
}

const TOO_MUCH = 'It takes too long or prints too much. Is there a loop that goes on and on?';

function toMistake(error: Error): LiquidMistake {
  const [line, column] = LiquidError.is(error) ? error.token.getPosition() : [1, 1];
  // LiquidJS adds the place, in its own words.
  const said = error.message.replace(/, line:\d+(?:, col:\d+)?$/, '');
  return { line: line ?? 1, column: column ?? 1, what: inOurWords(said) };
}

function inOurWords(said: string): string {
  if (/limit exceeded|call stack/.test(said)) return TOO_MUCH;
  const [, filter] = /^undefined filter: (.+)$/.exec(said) ?? [];
  if (filter !== undefined) {
    return `There is no filter called "${filter}".${meant(filter, Object.keys(engine.filters))}`;
  }
  const [, opened, tag] = /^tag (\{%-?\s*(\w+).*) not closed$/s.exec(said) ?? [];
  if (opened !== undefined) return `${opened} is never closed. Add {% end${tag} %}`;
  const [, output] = /^output "(.*)" not closed$/s.exec(said) ?? [];
  if (output !== undefined) return `${output} is never closed. Add }}`;
  const [, alone] = /^tag "(.*)" not closed$/s.exec(said) ?? [];
  if (alone !== undefined) return `${alone} is never closed. Add %}`;
  const [, raw] = /^raw "(.*)" not closed$/s.exec(said) ?? [];
  if (raw !== undefined) return '{% raw %} is never closed. Add {% endraw %}';
  const [, name] = /^tag "(.+)" not found$/.exec(said) ?? [];
  if (name === undefined) return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  if (FILE_TAGS.includes(name))
    return `{% ${name} %} reads another template, and a message is a single one. Write its text here`;
  if (/^end|^els|^when$/.test(name))
    return `{% ${name} %} is in no tag that it could belong to. Is one missing before it?`;
  return `There is no tag called "${name}".${meant(name, Object.keys(engine.tags))}`;
}

function meant(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  return nearest === null ? '' : ` Did you mean "${nearest}"?`;
}
