import { layer } from '../../settings/layer.ts';
import type { PageSettings } from '../../settings/PageSettings.ts';
import type { TenantSettings } from '../../settings/tenant/TenantSettings.ts';
import { sha256 } from '../sha256.ts';
import { attackProtection } from './attackProtection.ts';
import { emailConnection } from './emailConnection.ts';
import { optionPaths } from './optionPaths.ts';
import { smsConnection } from './smsConnection.ts';
import { TENANT_MANIFEST, type TenantManifest } from './TenantManifest.ts';
import type { WantedConnection } from './WantedConnection.ts';

/** Texts of files by their paths in a folder, `/` between the parts. */
export type Files = ReadonlyMap<string, string>;

/**
 * The tenant's folder as auth0-deploy-cli reads it (its docs, `resource-specific-documentation.md`), and a
 * manifest that it does not read.
 *
 * @param page - the page that is the tenant's
 * @param tenant - its settings
 * @param texts - `html`: the finished page; `emailBody`: of the file that the settings name, or `null`
 */
export function tenantFiles(
  { name, emailMethod }: Pick<PageSettings, 'name' | 'emailMethod'>,
  tenant: TenantSettings,
  { html, emailBody }: { html: string; emailBody: string | null },
): Files {
  const connections = wantedConnections(tenant, emailMethod, emailBody);
  const files = new Map([
    ['pages/login.html', html],
    ['pages/login.json', json({ name: 'login', enabled: true })],
    ...connections.flatMap((connection) => connectionFiles(connection, tenant.applications)),
    ...Object.entries(attackProtection(tenant.attackProtection)).map(([file, body]): [string, string] => [
      `attack-protection/${file}.json`,
      json(body),
    ]),
    ...Object.entries(tenant.mfa ?? {}).map(([factor, enabled]): [string, string] => [
      `guardian/factors/${factor}.json`,
      json({ name: factor, enabled }),
    ]),
  ]);
  const manifest: TenantManifest = {
    page: name,
    files: Object.fromEntries([...files].map(([path, text]) => [path, sha256(text)])),
    defaults: Object.fromEntries(connections.map((connection) => [connection.name, silentPaths(connection)])),
  };
  return files.set(TENANT_MANIFEST, json(manifest));
}

/** The connections that the settings name. */
export const wantedConnections = (
  { sms, email, loginHost }: TenantSettings,
  emailMethod: PageSettings['emailMethod'],
  emailBody: string | null,
): WantedConnection[] => [
  ...(sms === undefined ? [] : [smsConnection(sms, loginHost)]),
  ...(email === undefined ? [] : [emailConnection(email, emailMethod, emailBody)]),
];

function silentPaths({ named, defaults }: WantedConnection): string[] {
  const paths = optionPaths(named);
  return optionPaths(defaults).filter((path) => !paths.includes(path));
}

/** The body of an email stands in a file of its own, which auth0-deploy-cli demands. */
function connectionFiles(
  { name, named, defaults }: WantedConnection,
  applications: readonly string[] | undefined,
): [string, string][] {
  const path = `connections/${name}`;
  const options = layer(defaults, named);
  const { email } = options as { email?: { body?: string } };
  const connection = {
    name,
    strategy: name,
    // Left out, auth0-deploy-cli leaves them as they are.
    ...(applications !== undefined && { enabled_clients: applications }),
    options: email === undefined ? options : { ...options, email: { ...email, body: `./${name}.html` } },
  };
  return [
    [`${path}.json`, json(connection)],
    ...(email === undefined ? [] : [[`${path}.html`, email.body ?? ''] as [string, string]]),
  ];
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
