import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Size } from '../pipeline/explain/Size.ts';
import { treemap } from '../pipeline/explain/treemap.ts';
import { Pipeline } from '../pipeline/Pipeline.ts';
import { count } from '../settings/count.ts';
import { UserError } from '../settings/UserError.ts';
import type { ExplainRequest } from './arguments/buildArguments.ts';
import type { Surroundings } from './Surroundings.ts';

/** Packages that are too small for a line of their own. */
const SMALL_BYTES = 400;

/** `node build.mjs --explain`: what each cut saves, and what takes the bytes that remain. */
export async function explain(
  { root, cwd, print, progress }: Surroundings,
  { page, out }: ExplainRequest,
): Promise<number> {
  const pipeline = new Pipeline(root);
  try {
    const { name, explanation } = await pipeline.explain(page, (done, of) =>
      progress(`building without each cut: ${done + 1} of ${of}`),
    );
    progress(null);
    const { whole, cuts, packages } = explanation;
    if (cuts.length > 0)
      print(
        `${table(
          'What each cut saves',
          cuts.map(({ name, saves }) => [name, saves]),
        )}\n`,
      );
    const large = packages.filter(({ size }) => size.raw >= SMALL_BYTES);
    const small = packages.length - large.length;
    const rows = large.map(({ name, size }): Row => [name, size]);
    print(table('What remains, each part compressed alone', rows));
    if (small > 0) print(`  and ${small} of less than ${SMALL_BYTES} bytes`);
    print(`\n${table('The scripts of the page', [[name, whole]])}`);
    const file = join(resolve(cwd, out), `${name}.html`);
    await write(file, treemap(explanation, name));
    print(`\nAs a picture: ${relative(cwd, file)}`);
    return 0;
  } finally {
    progress(null);
    await pipeline.close();
  }
}

type Row = readonly [name: string, size: Size];

function table(title: string, rows: readonly Row[]): string {
  const cells = rows.map(([name, { raw, gzip, brotli }]) => [name, count(raw), count(gzip), count(brotli)]);
  const all = [[title, 'bytes', 'gzip', 'brotli'], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map(([name = '', ...numbers], index) => {
      const [first = 0, ...others] = widths;
      const columns = numbers.map((text, column) => text.padStart(others[column] ?? 0));
      return `${index === 0 ? '' : '  '}${name.padEnd(first + (index === 0 ? 2 : 0))}  ${columns.join('  ')}`;
    })
    .join('\n');
}

async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw new UserError(
      `${file} cannot be written (${(error as NodeJS.ErrnoException).code}). Name another folder with --out.`,
    );
  }
}
