import type Router from '@koa/router';
import type { TenantState } from '../http/TenantContext.ts';
import { apiErrors } from './ApiError.ts';
import { page } from './page.ts';

interface EmptyResource {
  path: string;
  /** Its name in scopes. */
  scope: string;
  /** Name of its list where that comes in pages: plain, with totals, or by checkpoint. */
  list?: string;
  /** A body that is the same whatever the query. Default: 404. */
  body?: unknown;
}

/**
 * What a login page needs nothing of, answered as by a tenant that has none: a program that reads all of a tenant, such
 * as `a0deploy export`, gets to its end. Names and shapes are those of auth0 6.4.0, which auth0-deploy-cli 8.44.0 uses.
 */
export const emptyResources: readonly EmptyResource[] = [
  { path: '/actions/actions', scope: 'actions', list: 'actions' },
  { path: '/actions/modules', scope: 'actions', list: 'modules' },
  { path: '/actions/triggers', scope: 'actions', body: { triggers: [] } },
  { path: '/branding/phone/templates', scope: 'phone_templates', body: { templates: [] } },
  { path: '/branding/templates/universal-login', scope: 'branding' },
  { path: '/branding/themes/default', scope: 'branding' },
  { path: '/client-grants', scope: 'client_grants', list: 'client_grants' },
  { path: '/connection-profiles', scope: 'connection_profiles', list: 'connection_profiles' },
  { path: '/email-templates/:name', scope: 'email_templates' },
  { path: '/event-streams', scope: 'event_streams', list: 'eventStreams' },
  { path: '/flows', scope: 'flows', list: 'flows' },
  { path: '/flows/vault/connections', scope: 'flows_vault_connections', list: 'connections' },
  { path: '/forms', scope: 'forms', list: 'forms' },
  { path: '/hooks', scope: 'hooks', list: 'hooks' },
  { path: '/log-streams', scope: 'log_streams', body: [] },
  { path: '/network-acls', scope: 'network_acls', list: 'network_acls' },
  { path: '/organizations', scope: 'organizations', list: 'organizations' },
  { path: '/prompts/:prompt/custom-text/:language', scope: 'prompts', body: {} },
  { path: '/prompts/:prompt/partials', scope: 'prompts', body: {} },
  { path: '/prompts/rendering', scope: 'prompts', list: 'configs' },
  { path: '/rate-limit-policies', scope: 'rate_limit_policies', list: 'rate_limit_policies' },
  { path: '/resource-servers', scope: 'resource_servers', list: 'resource_servers' },
  { path: '/roles', scope: 'roles', list: 'roles' },
  { path: '/rules', scope: 'rules', list: 'rules' },
  { path: '/rules-configs', scope: 'rules_configs', body: [] },
  { path: '/self-service-profiles', scope: 'self_service_profiles', list: 'self_service_profiles' },
  { path: '/token-exchange-profiles', scope: 'token_exchange_profiles', list: 'token_exchange_profiles' },
  { path: '/user-attribute-profiles', scope: 'user_attribute_profiles', list: 'user_attribute_profiles' },
];

/** Reads of what this tenant has none of. */
export function emptyRoutes(router: Router<TenantState>): void {
  for (const { path, list, body } of emptyResources) {
    router.get(path, (ctx) => {
      if (list === undefined && body === undefined) throw apiErrors.notFound();
      ctx.body = list === undefined ? body : page([], list, ctx.query);
    });
  }
}
