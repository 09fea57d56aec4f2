import type Router from '@koa/router';
import * as v from 'valibot';
import { GUARDIAN_FACTORS } from '../data/Configuration.ts';
import { type Fields, isFields, merged } from '../data/merged.ts';
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
    const { kept = same, read = same, patched = same } = SPECIAL[path] ?? {};
    const current = (): Fields => {
      if (OF_BOT_DETECTION.includes(path) && !data.plan.botDetection) throw apiErrors.notInPlan();
      return data.configured(path);
    };
    router.get(path, (ctx) => {
      ctx.body = only(read(current()), ctx.query);
    });
    router.patch(path, (ctx) => {
      const before = current();
      if (ctx.state.malformed) throw apiErrors.invalidBody('Expected type object');
      checkTypes(before, ctx.state.body);
      const changed = merged(before, kept(ctx.state.body));
      data.configuration.set(path, changed);
      ctx.body = patched(changed);
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
    const { enabled } = parseBody(factorSchema, ctx.state);
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

/** What some plans lack. */
const OF_BOT_DETECTION = ['/attack-protection/bot-detection', '/attack-protection/captcha'];

/**
 * What a setting is now says which type it has: Auth0 refuses `enabled: "yes"`. A background of the
 * branding may be a text or an object: those two are not told apart.
 *
 * @throws ApiError that names the first field of another type
 */
function checkTypes(before: Fields, changes: Fields, path = ''): void {
  for (const [name, change] of Object.entries(changes)) {
    const is = Object.hasOwn(before, name) ? before[name] : undefined;
    if (change === null || is === undefined || is === null || typeof is === 'string') continue;
    if (isFields(is) && isFields(change)) checkTypes(is, change, `${path}${name}.`);
    else if (typeOf(is) !== typeOf(change) && !(isFields(is) && typeof change === 'string'))
      throw apiErrors.invalidBody(
        `Expected type ${typeOf(is)} but found type ${typeOf(change)} on property ${path}${name}`,
      );
  }
}

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);

const same = (fields: Fields): Fields => fields;

/** Where an answer is more than what is kept, or what is kept is less than what was sent. */
const SPECIAL: Readonly<Record<string, { [step in 'kept' | 'read' | 'patched']?: (it: Fields) => Fields }>> =
  {
    '/tenants/settings': {
      kept: inHours,
      read: (settings) => ({ sandbox_versions_available: ['22', '18'], ...settings }),
      // Two flags that only an answer to a PATCH was recorded with.
      patched: ({ flags, ...settings }) => ({
        ...settings,
        flags: {
          ...(isFields(flags) && flags),
          cannot_change_enforce_client_authentication_on_passwordless_start: true,
          enforce_client_authentication_on_passwordless_start: true,
        },
      }),
    },
    '/attack-protection/captcha': { kept: withoutSecrets },
  };

/** Lifetimes may be sent in minutes, and are told in hours. */
function inHours(settings: Fields): Fields {
  const suffix = '_in_minutes';
  const entries = Object.entries(settings).map(([name, value]) =>
    name.endsWith(suffix) && typeof value === 'number'
      ? [name.slice(0, -suffix.length), value / 60]
      : [name, value],
  );
  return Object.fromEntries(entries);
}

/** What a captcha's provider is called with is never told back. */
function withoutSecrets(providers: Fields): Fields {
  const entries = Object.entries(providers).map(([name, provider]) => {
    if (!isFields(provider)) return [name, provider];
    const { secret: _secret, api_key: _key, ...told } = provider;
    return [name, told];
  });
  return Object.fromEntries(entries);
}
