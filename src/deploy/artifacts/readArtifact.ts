import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { showFindings } from '../../pipeline/buildPage.ts';
import { inspect } from '../../pipeline/inspect/inspect.ts';
import { readPage } from '../../pipeline/inspect/readPage.ts';
import { sha256 } from '../../pipeline/sha256.ts';
import { isPageName } from '../../settings/formats.ts';
import { UserError } from '../../settings/UserError.ts';
import type { Artifact } from './Artifact.ts';

const manifestSchema = v.object({
  page: v.string(),
  sha256: v.string(),
  delivery: v.picklist(['inline', 'cdn']),
  versions: v.object({ 'auth0-lock': v.string() }),
});

/** Names of the pages that a folder has artifacts of, in alphabetical order. */
export async function artifactNames(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch((): string[] => []);
  const has = (name: string) => files.includes(`${name}.html`);
  return files
    .flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []))
    .filter((name: string) => isPageName(name) && has(name))
    .sort();
}

/** What a folder's manifests say of its pages: by SHA-256, the path of each. */
export async function artifactHashes(folder: string, cwd: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const name of await artifactNames(folder)) {
    const manifest = parse(await text(join(folder, `${name}.json`), cwd));
    const described = v.safeParse(manifestSchema, manifest);
    if (described.success) hashes.set(described.output.sha256, relative(cwd, join(folder, `${name}.html`)));
  }
  return hashes;
}

/**
 * A built page, as its manifest describes it.
 *
 * @param folder - absolute
 * @param cwd - for paths in messages
 * @throws UserError when there is none, or it was changed after it was built
 */
export async function readArtifact(folder: string, page: string, cwd: string): Promise<Artifact> {
  const file = join(folder, `${page}.html`);
  const [html, manifest] = await Promise.all([text(file, cwd), text(join(folder, `${page}.json`), cwd)]);
  const described = v.safeParse(manifestSchema, parse(manifest));
  const path = relative(cwd, file);
  if (!described.success || described.output.page !== page) {
    throw new UserError(`${relative(cwd, folder)}/${page}.json is not the manifest of ${path}: build anew.`);
  }
  const hash = sha256(html);
  if (hash !== described.output.sha256) {
    throw new UserError(
      `${path} is not the page that was built: its SHA-256 is not its manifest's, so it was changed since.\nChange login.config.ts or templates/ instead, and run npm run build.`,
    );
  }
  return { page, file, sha256: hash, bytes: Buffer.byteLength(html) };
}

/**
 * The text of an artifact, when it is needed.
 *
 * @throws UserError when the file has changed since `readArtifact`
 */
export async function artifactHtml({ file, sha256: expected }: Artifact, cwd: string): Promise<string> {
  const html = await text(file, cwd);
  if (sha256(html) === expected) return html;
  throw new UserError(
    `${relative(cwd, file)} has been built anew meanwhile.\nRun the command again, and look at the difference.`,
  );
}

/** @throws UserError when a page breaks a rule: for one that was not built from these sources */
export async function checkRules(artifact: Artifact, cwd: string): Promise<void> {
  const findings = await inspect(await readPage(await artifactHtml(artifact, cwd)));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new UserError(
    `${relative(cwd, artifact.file)} breaks the rules, so it is not deployed:\n${showFindings(errors)}`,
  );
}

function text(file: string, cwd: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const path = relative(cwd, file);
    throw new UserError(
      error.code === 'ENOENT'
        ? `There is no ${path}: run npm run build first.`
        : `${path} cannot be read (${error.code}).`,
    );
  });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
