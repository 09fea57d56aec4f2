import { createHash } from 'node:crypto';
import type { TenantData } from '../data/TenantData.ts';

/** What tokens say of the organization that a user logs in to. */
export interface OrganizationClaims {
  /** `org_…` */
  org_id?: string;
  /** In lower case; only where the login named the organization by its name. */
  org_name?: string;
}

/**
 * The claims of the organization that a login names, by its id or its name. Any is taken: the tenant has no list of
 * them, and a name has the same id each time.
 */
export function organizationClaims(asked: unknown): OrganizationClaims {
  if (typeof asked !== 'string' || asked === '') return {};
  if (isId(asked)) return { org_id: asked };
  const name = asked.toLowerCase();
  return { org_id: `org_${createHash('sha256').update(name).digest('hex').slice(0, 16)}`, org_name: name };
}

/**
 * Why `/authorize` refuses the organization of a request, or that there is none; `null` when it is fine. The words are
 * those that applications report (auth0-samples/auth0-nodejs-webapp-sample#117, auth0/auth0-react#552).
 */
export function organizationProblem(data: TenantData, clientId: string, asked: unknown): string | null {
  const usage = data.applications.get(clientId)?.organization_usage;
  if (typeof asked !== 'string' || asked === '') {
    return usage === 'require' ? 'parameter organization is required for this client' : null;
  }
  if (usage === 'deny') return 'parameter organization is not allowed for this client';
  const areNamesOff =
    data.configured('/tenants/settings')['allow_organization_name_in_authentication_api'] === false;
  return areNamesOff && !isId(asked)
    ? 'authorization request parameter organization must be an organization id'
    : null;
}

const isId = (asked: string): boolean => asked.startsWith('org_');
