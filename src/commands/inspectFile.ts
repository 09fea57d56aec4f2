import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { apiBodyBytes } from '../pipeline/apiBodyBytes.ts';
import { showFindings } from '../pipeline/buildPage.ts';
import { decodeText } from '../pipeline/decodeText.ts';
import { gzipSize } from '../pipeline/inspect/gzipSize.ts';
import { inspect, rules } from '../pipeline/inspect/inspect.ts';
import { readPage } from '../pipeline/inspect/readPage.ts';
import { count } from '../settings/count.ts';
import { API_BODY_LIMIT } from '../settings/limits.ts';
import { UserError } from '../settings/UserError.ts';
import type { Surroundings } from './Surroundings.ts';

/** `node build.mjs --inspect FILE`: runs the rules over any page, also one that was not built here. */
export async function inspectFile({ cwd, print }: Surroundings, file: string): Promise<number> {
  const bytes = await readFile(resolve(cwd, file)).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`;
    throw new UserError(`--inspect ${file}: ${why}.`, 2);
  });
  const written = decodeText(bytes, `--inspect ${file}`);
  // A browser reads line ends of Windows as those of Unix, before it takes a script's hash.
  const page = await readPage(written.replace(/\r\n?/g, '\n'), undefined, {
    gzipBytes: gzipSize(written),
    apiBodyBytes: apiBodyBytes(written),
  });
  const findings = await inspect(page);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  print(
    `${file}\n  size      ${count(bytes.length)} bytes, ${count(page.gzipBytes)} gzipped\n  api body  ${count(page.apiBodyBytes)} of ${count(API_BODY_LIMIT)} bytes`,
  );
  if (findings.length > 0) print(showFindings(findings));
  const warnings = findings.length - errors;
  print(
    `${rules.length} rules, ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
  );
  return errors === 0 ? 0 : 1;
}
