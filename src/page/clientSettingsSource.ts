import type { ClientSettings } from './ClientSettings.ts';
import type { HostedConfig } from './HostedConfig.ts';
import { readClientSettings, readTenantSettings } from './readClientSettings.ts';

/** Where the client settings come from: a script that calls `window.Auth0[callback](payload)`. */
export interface ClientSettingsSource {
  url: string;
  callback: 'setClient' | 'setTenant';
  /** Takes the payload; `null` when it is not for this application. */
  read: (payload: unknown) => ClientSettings | null;
}

/**
 * The address that Lock itself would ask (auth0-lock 14.3.0, `src/core/client/settings.js` and
 * `src/core/index.js`). Every part of it comes from Auth0, none from the request.
 */
export function clientSettingsSource(hosted: HostedConfig): ClientSettingsSource {
  const { clientID } = hosted;
  const base = httpsBase(hosted.clientConfigurationBaseUrl) ?? `https://${hosted.auth0Domain}/`;
  if (hosted.isThirdPartyClient === true) {
    const tenant = typeof hosted.auth0Tenant === 'string' ? hosted.auth0Tenant : '';
    const file = tenant === '' ? 'info-v1.js' : `tenants/v1/${encodeURIComponent(tenant)}.js`;
    return { url: base + file, callback: 'setTenant', read: (it) => readTenantSettings(it, clientID) };
  }
  return {
    url: `${base}client/${encodeURIComponent(clientID)}.js`,
    callback: 'setClient',
    read: (it) => readClientSettings(it, clientID),
  };
}

function httpsBase(value: unknown): string | null {
  if (typeof value !== 'string' || !/^https:\/\/[^/]/i.test(value)) return null;
  return value.endsWith('/') ? value : `${value}/`;
}
