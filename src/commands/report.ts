import { relative } from 'node:path';
import type { Written } from '../pipeline/ArtifactWriter.ts';
import { showFindings } from '../pipeline/buildPage.ts';
import type { BuiltArtifact } from '../pipeline/Pipeline.ts';
import { count } from '../settings/count.ts';
import { API_BODY_LIMIT } from '../settings/limits.ts';

/** What a build prints of one page. */
export function report(
  { manifest, gzipBytes, warnings }: BuiltArtifact,
  written: Written,
  cwd: string,
): string {
  const { bytes, versions, delivery, sha256 } = manifest;
  const share = Math.round((bytes.apiBody / API_BODY_LIMIT) * 100);
  const lines = [
    relative(cwd, written.html),
    `  size      ${count(bytes.html)} bytes, ${count(gzipBytes)} gzipped`,
    `  api body  ${count(bytes.apiBody)} of ${count(API_BODY_LIMIT)} bytes (${share} %)`,
    `  lock      ${versions['auth0-lock']}, ${delivery === 'cdn' ? "from Auth0's CDN" : `inline, auth0-js ${versions['auth0-js']}, ${versions.renderer}`}`,
    `  sha256    ${sha256}`,
    `  manifest  ${relative(cwd, written.manifest)}`,
  ];
  return [...lines, ...(warnings.length > 0 ? [showFindings(warnings)] : [])].join('\n');
}
