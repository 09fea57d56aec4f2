import type Router from '@koa/router';
import * as v from 'valibot';
import { GUARDIAN_FACTORS } from '../data/Configuration.ts';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { ApiError, apiErrors } from './ApiError.ts';
import { only } from './page.ts';
import { parseBody, parseJson } from './parseBody.ts';

const factorSchema = v.object({ enabled: v.boolean() });
const policiesSchema = v.array(v.picklist(['all-applications', 'confidence-score']));

/** What is one object each: tenant settings, prompts, branding, attack protection; and the guardian factors. */
export function configurationRoutes(router: Router<TenantState>, { data }: Parts): void {
  for (const path of data.configuration.keys()) {
    const current = () => data.configuration.get(path) ?? {};
    router.get(path, (ctx) => {
      ctx.body = only(current(), ctx.query);
    });
    router.patch(path, (ctx) => {
      if (ctx.state.malformed) throw apiErrors.invalidBody('Expected type object');
      const changed = { ...current(), ...ctx.state.body };
      data.configuration.set(path, changed);
      ctx.body = changed;
    });
  }

  router.get('/guardian/factors', (ctx) => {
    ctx.body = GUARDIAN_FACTORS.map((name) => ({
      name,
      enabled: data.factors.has(name),
      trial_expired: false,
    }));
  });

  router.put('/guardian/factors/:name', (ctx) => {
    const name = String(ctx.params['name']);
    if (!GUARDIAN_FACTORS.includes(name))
      throw new ApiError(404, `The factor ${name} does not exist`, 'inexistent_factor');
    const { enabled } = parseBody(factorSchema, ctx.state.body);
    if (enabled) data.factors.add(name);
    else data.factors.delete(name);
    ctx.body = { enabled };
  });

  router.get('/guardian/policies', (ctx) => {
    ctx.body = data.policies;
  });

  router.put('/guardian/policies', (ctx) => {
    const parsed = v.safeParse(policiesSchema, parseJson(ctx.state.raw));
    if (!parsed.success) throw apiErrors.invalidBody('Expected type array of policies');
    data.policies = parsed.output;
    ctx.body = data.policies;
  });
}
