import { ManagementApi } from '../../src/deploy/api/ManagementApi.ts';
import type { Patience } from '../../src/deploy/api/patientFetch.ts';
import { readCredentials } from '../../src/deploy/api/readCredentials.ts';
import { GLOBAL_CLIENT } from '../../src/tenant/data/TenantData.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { credentialsFor } from './runMain.ts';
import { trustingFetch } from './trustingFetch.ts';

/** The page that a tenant holds, past its API. */
export function livePage(tenant: Tenant, client = GLOBAL_CLIENT): { html: string; isOn: boolean } {
  const { custom_login_page = '', custom_login_page_on = false } = tenant.data.applications.get(client) ?? {};
  return { html: custom_login_page, isOn: custom_login_page_on };
}

/** Sets a page as the dashboard does: past whatever a test is doing. */
export function edit(tenant: Tenant, html: string, isOn = true, client = GLOBAL_CLIENT): void {
  Object.assign(tenant.data.applications.get(client) ?? {}, {
    custom_login_page: html,
    custom_login_page_on: isOn,
  });
}

/** A tenant's API with the local credentials. */
export function apiOf(
  tenant: Tenant,
  fetch = trustingFetch(tenant.certificate),
  patience: Partial<Patience> = {},
): ManagementApi {
  return new ManagementApi(readCredentials(credentialsFor(tenant)), fetch, patience);
}

/** How many times a page was written by the API. */
export const writes = (tenant: Tenant): number =>
  tenant.requests.filter(({ method, path }) => method === 'PATCH' && path.startsWith('/api/v2/clients/'))
    .length;

/** A `fetch` that lets a test do something before or after each write of a page. */
export function aroundWrites(
  tenant: Tenant,
  { before, after }: { before?: () => void; after?: () => void },
): typeof globalThis.fetch {
  const fetch = trustingFetch(tenant.certificate);
  return async (input, init) => {
    if (init?.method !== 'PATCH') return fetch(input, init);
    before?.();
    const response = await fetch(input, init);
    after?.();
    return response;
  };
}
