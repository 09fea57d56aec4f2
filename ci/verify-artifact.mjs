#!/usr/bin/env node
// Whether each page of a folder is the one that its manifest describes: ci/verify-artifact.mjs [FOLDER, dist]
// For what was downloaded, so it needs nothing that would have to be installed.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const names = filesOf(folder);
const pages = new Set(names.map((name) => name.replace(/\.(?:html|json)$/, '')));
const problems = [];
if (pages.size === 0) problems.push('there is no page in it');
for (const page of pages) {
  const problem = problemOf(page);
  if (problem === null) process.stdout.write(`${page}.html  as its manifest says\n`);
  else problems.push(problem);
}
if (problems.length > 0) {
  process.stderr.write(`${folder} is not an artifact to deploy:\n`);
  for (const problem of problems) process.stderr.write(`  - ${problem}\n`);
  process.stderr.write('Take it from the run that built it once more, or build it again with ci/build.\n');
  process.exit(1);
}

/** Pages and manifests, by name; of folders in it, other programs know more. */
function filesOf(folder) {
  try {
    return readdirSync(folder).filter((name) => /\.(?:html|json)$/.test(name));
  } catch (error) {
    process.stderr.write(
      `${folder} cannot be read (${error.code}): build it with ci/build, or download it.\n`,
    );
    process.exit(1);
  }
}

/** What is wrong with a page; `null` when nothing is. */
function problemOf(page) {
  if (!names.includes(`${page}.html`)) return `${page}.json describes a page that is not there`;
  if (!names.includes(`${page}.json`)) return `${page}.html has no manifest`;
  let manifest;
  try {
    manifest = JSON.parse(readFileSync(join(folder, `${page}.json`), 'utf8'));
  } catch {
    return `${page}.json is not JSON`;
  }
  if (manifest?.page !== page) return `${page}.json is the manifest of ${JSON.stringify(manifest?.page)}`;
  const sha256 = createHash('sha256')
    .update(readFileSync(join(folder, `${page}.html`)))
    .digest('hex');
  if (manifest.sha256 === sha256) return null;
  return `${page}.html has the SHA-256 ${sha256}, and its manifest says ${JSON.stringify(manifest.sha256)}`;
}
