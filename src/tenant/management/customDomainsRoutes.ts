import { randomBytes, randomUUID } from 'node:crypto';
import type Router from '@koa/router';
import * as v from 'valibot';
import { merged } from '../data/merged.ts';
import type { Providers } from '../data/Providers.ts';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { ApiError } from './ApiError.ts';
import { page } from './page.ts';
import { parseBody } from './parseBody.ts';

const changeSchema = v.looseObject({
  tls_policy: v.optional(v.picklist(['recommended'])),
  custom_client_ip_header: v.nullish(v.string()),
  domain_metadata: v.nullish(v.record(v.string(), v.nullable(v.string()))),
});
const newSchema = v.looseObject({
  ...changeSchema.entries,
  domain: v.pipe(v.string(), v.minLength(1)),
  type: v.picklist(['auth0_managed_certs', 'self_managed_certs']),
});

type CustomDomain = Providers['customDomains'][number];

/** Custom domains; none is ever verified. */
export function customDomainsRoutes(router: Router<TenantState>, { clock, data, host }: Parts): void {
  const { providers } = data;
  const find = (id: unknown): CustomDomain => {
    const found = providers.customDomains.find(({ custom_domain_id }) => custom_domain_id === id);
    if (found === undefined)
      throw new ApiError(404, 'The custom domain does not exist', 'inexistent_custom_domain');
    return found;
  };

  router.get('/custom-domains', (ctx) => {
    ctx.body = page(providers.customDomains, 'custom_domains', ctx.query);
  });

  router.get('/custom-domains/:id', (ctx) => {
    ctx.body = find(ctx.params['id']);
  });

  router.post('/custom-domains', (ctx) => {
    const { domain, type, ...more } = parseBody(newSchema, ctx.state);
    const isManaged = type === 'auth0_managed_certs';
    const id = randomBytes(8).toString('hex');
    const method = isManaged
      ? { name: 'CNAME', record: `${data.name}-cd-${id}.edge.${host}`, domain }
      : { name: 'TXT', record: randomUUID(), domain: `_cf-custom-hostname.${domain}` };
    const added: CustomDomain = {
      ...{ custom_domain_id: `cd_${id}`, domain, type },
      ...{ primary: isManaged && providers.customDomains.length === 0, is_default: false },
      ...{ status: 'pending_verification', verification: { methods: [method] } },
      ...(isManaged ? { tls_policy: 'recommended' } : { custom_client_ip_header: null }),
      ...more,
      created_at: new Date(clock.now()).toISOString(),
    };
    providers.customDomains.push(added);
    ctx.body = added;
    ctx.status = 201;
  });

  router.post('/custom-domains/:id/verify', (ctx) => {
    ctx.body = find(ctx.params['id']);
  });

  router.patch('/custom-domains/:id', (ctx) => {
    const domain = find(ctx.params['id']);
    const changes = parseBody(changeSchema, ctx.state, ['domain', 'type']);
    const changed = merged(domain, changes) as CustomDomain;
    providers.customDomains = providers.customDomains.map((it) => (it === domain ? changed : it));
    ctx.body = changed;
  });

  router.delete('/custom-domains/:id', (ctx) => {
    const { custom_domain_id: id } = find(ctx.params['id']);
    providers.customDomains = providers.customDomains.filter((it) => it.custom_domain_id !== id);
    ctx.status = 204;
  });
}
