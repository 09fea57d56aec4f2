import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { nearestName } from '../../../settings/nearestName.ts';
import { UserError } from '../../../settings/UserError.ts';
import type { BuiltPage } from '../BuiltPage.ts';

/** Of a manifest, `dist/<page>.json`. */
const manifestSchema = v.object({
  page: v.string(),
  sha256: v.string(),
  bytes: v.object({ html: v.number(), apiBody: v.number() }),
  versions: v.object({
    'auth0-lock': v.string(),
    'auth0-js': v.nullable(v.string()),
    renderer: v.nullable(v.string()),
  }),
  delivery: v.picklist(['inline', 'cdn']),
  connections: v.object({
    allow: v.nullable(v.array(v.string())),
    choose: v.picklist(['request', 'fixed']),
  }),
  // Manifests of earlier builds lack it.
  emailMethod: v.optional(v.picklist(['code', 'link']), 'code'),
});

/**
 * The pages that a folder of artifacts holds, by their manifests; none where there is no folder.
 *
 * @param only - the page to look at; `undefined`: all
 * @throws UserError for a manifest that is none, and a page that is not there
 */
export function readBuilt(folder: string, only: string | undefined): BuiltPage[] {
  const names = existsSync(folder)
    ? readdirSync(folder).flatMap((file) => /^(.+)\.html$/.exec(file)?.[1] ?? [])
    : [];
  const built = names.filter((name) => existsSync(join(folder, `${name}.json`)));
  if (only === undefined) return built.map((name) => readManifest(folder, name));
  if (built.includes(only)) return [readManifest(folder, only)];
  const nearest = nearestName(only, built);
  throw new UserError(
    `${folder} holds no page ${JSON.stringify(only)}.${nearest === null ? '' : ` Did you mean ${JSON.stringify(nearest)}?`}\n${built.length === 0 ? 'It holds none' : `It holds ${built.join(', ')}`}; npm run build writes them.`,
    2,
  );
}

function readManifest(folder: string, name: string): BuiltPage {
  const path = join(folder, `${name}.json`);
  const result = v.safeParse(manifestSchema, parseJson(readFileSync(path, 'utf8')));
  if (result.success) return result.output;
  throw new UserError(`${path} is not a manifest of a page.\nnpm run build writes it anew.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
