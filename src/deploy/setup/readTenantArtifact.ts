import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { sha256 } from '../../pipeline/sha256.ts';
import { TENANT_MANIFEST } from '../../pipeline/tenant-folder/TenantManifest.ts';
import { factors } from '../../settings/tenant/factors.ts';
import { UserError } from '../../settings/UserError.ts';
import type { BuiltConnection, TenantArtifact } from './TenantArtifact.ts';

const manifestSchema = v.object({
  page: v.string(),
  files: v.record(v.string(), v.string()),
  defaults: v.record(v.string(), v.array(v.string())),
});
const connectionSchema = v.object({
  name: v.picklist(['sms', 'email']),
  options: v.record(v.string(), v.unknown()),
  enabled_clients: v.optional(v.array(v.string())),
});
const factorSchema = v.object({ name: v.picklist(factors), enabled: v.boolean() });

/**
 * Reads what a build wrote for a tenant.
 *
 * @param folder - absolute: `dist/tenant`
 * @param shown - how to name it in errors
 * @throws UserError when there is none, or it is not as it was built
 */
export async function readTenantArtifact(folder: string, shown: string): Promise<TenantArtifact> {
  const { page, files, defaults } = await readManifest(folder, shown);
  const texts = new Map<string, string>();
  for (const [path, hash] of Object.entries(files)) {
    const text = await readFile(join(folder, path), 'utf8').catch(() => null);
    if (text === null || sha256(text) !== hash) {
      throw new UserError(
        `${shown}/${path} is not as it was built: ${text === null ? 'it cannot be read' : 'it has been changed since'}.\nWhat it should say belongs into login.config.ts; then npm run build.`,
      );
    }
    texts.set(path, text);
  }
  const json = (folderName: string): unknown[] =>
    [...texts]
      .filter(([path]) => path.startsWith(`${folderName}/`) && path.endsWith('.json'))
      .map(([, text]) => JSON.parse(text));
  return {
    page,
    html: texts.get('pages/login.html') ?? '',
    connections: json('connections').map((it) => connection(v.parse(connectionSchema, it), texts, defaults)),
    attackProtection: Object.fromEntries(
      [...texts]
        .filter(([path]) => path.startsWith('attack-protection/'))
        .map(([path, text]) => [basename(path, '.json'), JSON.parse(text)]),
    ),
    factors: json('guardian/factors').map((it) => v.parse(factorSchema, it)),
  };
}

async function readManifest(folder: string, shown: string): Promise<v.InferOutput<typeof manifestSchema>> {
  try {
    return v.parse(manifestSchema, JSON.parse(await readFile(join(folder, TENANT_MANIFEST), 'utf8')));
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UserError(
      `${shown} ${isMissing ? 'is not there' : 'cannot be read'}: it is what a build writes where login.config.ts has the key tenant.\nAdd tenant: { sms: { from: '+…' } } there (docs/tenant-as-code.md lists its keys), and run npm run build.`,
    );
  }
}

function connection(
  { name, options, enabled_clients }: v.InferOutput<typeof connectionSchema>,
  texts: ReadonlyMap<string, string>,
  defaults: Readonly<Record<string, readonly string[]>>,
): BuiltConnection {
  const body = texts.get(`connections/${name}.html`);
  return {
    name,
    // In place of the path of the file that holds it.
    options: body === undefined ? options : { ...options, email: { ...Object(options['email']), body } },
    applications: enabled_clients,
    defaults: defaults[name] ?? [],
  };
}
