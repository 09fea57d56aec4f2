import type { KoaContextWithOIDC, ResourceServer } from 'oidc-provider';
import type { TenantData } from '../data/TenantData.ts';
import { API_SCOPES } from './apiScopes.ts';

const DAY_SECONDS = 86_400;
/** An audience may be any text; oidc-provider takes URIs without a fragment. */
const TEXT = 'urn:audience:';

/** The API that a request is for, as oidc-provider names it; without one, the tenant's default. */
export function resourceOf({ oidc }: KoaContextWithOIDC, data: TenantData): string | undefined {
  const candidates = [
    oidc.params?.['audience'],
    oidc.body?.['audience'],
    data.configured('/tenants/settings')['default_audience'],
  ];
  const audience = candidates.find((it): it is string => typeof it === 'string' && it !== '');
  if (audience === undefined) return undefined;
  return URL.canParse(audience) && !audience.includes('#') ? audience : TEXT + encodeURIComponent(audience);
}

/** An audience as the application named it. */
export const audienceOf = (resource: string): string =>
  resource.startsWith(TEXT) ? decodeURIComponent(resource.slice(TEXT.length)) : resource;

/** Any API is known, and has every scope that is asked for; the Management API has its own. */
export function resourceServerInfo(
  { oidc }: KoaContextWithOIDC,
  resource: string,
  origin: string,
): ResourceServer {
  const asked = [oidc.params?.['scope'], oidc.entities.RefreshToken?.scope].filter(
    (it): it is string => typeof it === 'string',
  );
  const isManagement = resource === `${origin}/api/v2/`;
  return {
    scope: [API_SCOPES, ...(isManagement ? [] : asked)].join(' '),
    accessTokenFormat: 'jwt',
    accessTokenTTL: DAY_SECONDS,
    jwt: { sign: { alg: 'RS256' } },
  };
}

/** The API of a request, as a token wants it; `undefined` where the request names none. */
export function resourceServer(
  ctx: KoaContextWithOIDC,
  { data, origin }: { data: TenantData; origin: string },
): (ResourceServer & { identifier(): string }) | undefined {
  const resource = resourceOf(ctx, data);
  if (resource === undefined) return undefined;
  return { ...resourceServerInfo(ctx, resource, origin), identifier: () => resource };
}
