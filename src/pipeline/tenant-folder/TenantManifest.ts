/** `dist/tenant/manifest.json`: what the folder holds. auth0-deploy-cli does not read it; `setup-tenant` does. */
export interface TenantManifest {
  /** Name of the page that is the tenant's. */
  page: string;
  /** SHA-256 of each file, hexadecimal, by its path in the folder. */
  files: Readonly<Record<string, string>>;
  /**
   * By connection, paths of options that the settings do not name, such as `totp.length`: what stands there is
   * a default, for a connection that is not there yet.
   */
  defaults: Readonly<Record<string, readonly string[]>>;
}

/** Its name in the folder, by which a build knows a folder of its own. */
export const TENANT_MANIFEST = 'manifest.json';
