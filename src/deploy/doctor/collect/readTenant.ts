import * as v from 'valibot';
import { isPlainObject } from '../../../settings/isPlainObject.ts';
import { oneLine } from '../../../settings/oneLine.ts';
import { allPages, type ManagementApi } from '../../api/ManagementApi.ts';
import { mapAnswer } from '../Answer.ts';
import type { Facts } from '../Facts.ts';
import { ask } from './ask.ts';

const line = v.pipe(
  v.string(),
  v.transform((text) => oneLine(text, 80)),
);

/** Rules and hooks, which stopped running on 2026-11-18. */
const legacySchema = v.array(v.object({ name: line, enabled: v.nullish(v.boolean(), true) }));

const enabledNames = (all: v.InferOutput<typeof legacySchema>): string[] =>
  all.flatMap(({ name, enabled }) => (enabled ? [name] : []));

const shieldSchema = v.pipe(
  v.object({ enabled: v.nullish(v.boolean(), false), shields: v.nullish(v.array(v.unknown()), []) }),
  v.transform(({ enabled, shields }) => ({ enabled, blocks: shields.includes('block') })),
);

type TenantFacts = Pick<
  Facts,
  | 'experience'
  | 'clickjackingHeadersOff'
  | 'unifiedPhone'
  | 'skipsConfirmation'
  | 'rules'
  | 'hooks'
  | 'phoneProtection'
  | 'customDomains'
  | 'emailProvider'
  | 'bruteForce'
  | 'suspiciousIp'
  | 'botDetection'
  | 'factors'
>;

/** What is the same for all applications, asked for at once. */
export async function readTenant(api: ManagementApi): Promise<TenantFacts> {
  const scope = 'read:attack_protection';
  const [
    experience,
    settings,
    customDomains,
    emailProvider,
    bruteForce,
    suspiciousIp,
    botDetection,
    factors,
    rules,
    hooks,
    phoneProtection,
  ] = await Promise.all([
    ask(api, {
      doing: 'read the login experience',
      scope: 'read:prompts',
      schema: v.object({ universal_login_experience: v.picklist(['classic', 'new']) }),
      request: (sdk) => sdk.prompts.getSettings(),
    }),
    ask(api, {
      doing: "read the tenant's settings",
      scope: 'read:tenant_settings',
      schema: v.object({
        flags: v.nullish(v.object({ disable_clickjack_protection_headers: v.nullish(v.boolean()) }), {}),
        phone_consolidated_experience: v.nullish(v.boolean()),
        skip_non_verifiable_callback_uri_confirmation_prompt: v.nullish(v.boolean()),
      }),
      request: (sdk) =>
        sdk.tenants.settings.get({
          fields: 'flags,phone_consolidated_experience,skip_non_verifiable_callback_uri_confirmation_prompt',
          include_fields: true,
        }),
    }),
    ask(api, {
      doing: 'read the custom domains',
      scope: 'read:custom_domains',
      schema: v.array(v.object({ domain: line, status: line })),
      request: async (sdk) => {
        const answer: unknown = await sdk.customDomains.list();
        // A list by itself, or the first page of one.
        return isPlainObject(answer) ? answer['custom_domains'] : answer;
      },
    }),
    ask(api, {
      doing: 'read the email provider',
      scope: 'read:email_provider',
      schema: v.nullable(v.object({ name: line, enabled: v.nullish(v.boolean(), true) })),
      request: (sdk) => sdk.emails.provider.get({ fields: 'name,enabled', include_fields: true }),
      missing: null,
    }),
    ask(api, {
      doing: 'read brute-force protection',
      scope,
      schema: shieldSchema,
      request: (sdk) => sdk.attackProtection.bruteForceProtection.get(),
    }),
    ask(api, {
      doing: 'read suspicious IP throttling',
      scope,
      schema: shieldSchema,
      request: (sdk) => sdk.attackProtection.suspiciousIpThrottling.get(),
    }),
    ask(api, {
      doing: 'read bot detection',
      scope,
      schema: v.object({
        challenge_passwordless_policy: line,
        monitoring_mode_enabled: v.nullish(v.boolean(), false),
      }),
      request: (sdk) => sdk.attackProtection.botDetection.get(),
    }),
    ask(api, {
      doing: 'read the factors of multi-factor authentication',
      scope: 'read:guardian_factors',
      schema: v.array(v.object({ name: line, enabled: v.nullish(v.boolean(), false) })),
      request: (sdk) => sdk.guardian.factors.list(),
    }),
    // They are gone from tenants that never had any.
    ask(api, {
      doing: 'read the rules',
      scope: 'read:rules',
      schema: legacySchema,
      request: async (sdk) => allPages(await sdk.rules.list({ enabled: true, per_page: 100 })),
      missing: [],
    }),
    ask(api, {
      doing: 'read the hooks',
      scope: 'read:hooks',
      schema: legacySchema,
      request: async (sdk) => allPages(await sdk.hooks.list({ enabled: true, per_page: 100 })),
      missing: [],
    }),
    ask(api, {
      doing: 'read the protection of the phone provider',
      scope,
      schema: v.nullable(v.object({ type: line })),
      request: (sdk) => sdk.attackProtection.phoneProviderProtection.get(),
      missing: null,
    }),
  ]);
  return {
    experience: mapAnswer(experience, (it) => it.universal_login_experience),
    clickjackingHeadersOff: mapAnswer(
      settings,
      ({ flags }) => flags.disable_clickjack_protection_headers ?? null,
    ),
    unifiedPhone: mapAnswer(settings, (it) => it.phone_consolidated_experience ?? null),
    skipsConfirmation: mapAnswer(
      settings,
      (it) => it.skip_non_verifiable_callback_uri_confirmation_prompt ?? null,
    ),
    customDomains,
    emailProvider,
    bruteForce,
    suspiciousIp,
    botDetection: mapAnswer(botDetection, (it) => ({
      passwordless: it.challenge_passwordless_policy,
      onlyMonitors: it.monitoring_mode_enabled,
    })),
    rules: mapAnswer(rules, enabledNames),
    hooks: mapAnswer(hooks, enabledNames),
    phoneProtection: mapAnswer(phoneProtection, (it) => it?.type ?? null),
    factors: mapAnswer(factors, (all) => all.filter(({ enabled }) => enabled).map(({ name }) => name)),
  };
}
