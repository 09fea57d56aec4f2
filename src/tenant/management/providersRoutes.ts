import { randomBytes } from 'node:crypto';
import type Router from '@koa/router';
import * as v from 'valibot';
import { type Fields, isFields, merged } from '../data/merged.ts';
import type { Providers } from '../data/Providers.ts';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { ApiError, apiErrors } from './ApiError.ts';
import { customDomainsRoutes } from './customDomainsRoutes.ts';
import { only } from './page.ts';
import { parseBody } from './parseBody.ts';

const object = v.nullish(v.record(v.string(), v.unknown()));
const emailNames = ['mailgun', 'mandrill', 'sendgrid', 'resend', 'ses', 'sparkpost', 'smtp'] as const;
const emailSchema = v.looseObject({
  name: v.optional(v.picklist([...emailNames, 'azure_cs', 'ms365', 'custom'])),
  enabled: v.optional(v.boolean()),
  credentials: object,
  settings: object,
});
const newEmailSchema = v.looseObject({
  ...emailSchema.entries,
  name: v.nonOptional(emailSchema.entries.name),
});
const phoneSchema = v.looseObject({
  name: v.optional(v.picklist(['twilio', 'custom'])),
  disabled: v.optional(v.boolean()),
  configuration: object,
  credentials: object,
});
const newPhoneSchema = v.looseObject({
  ...phoneSchema.entries,
  name: v.nonOptional(phoneSchema.entries.name),
});

type EmailProvider = NonNullable<Providers['email']>;
type PhoneProvider = Providers['phone'][number];

/** Custom domains and the providers of messages: kept and told, and not acted upon. */
export function providersRoutes(router: Router<TenantState>, parts: Parts): void {
  customDomainsRoutes(router, parts);
  emailRoutes(router, parts);
  phoneRoutes(router, parts);
}

function emailRoutes(router: Router<TenantState>, { data: { providers } }: Parts): void {
  const path = '/emails/provider';
  const current = (): EmailProvider => {
    if (providers.email !== null) return providers.email;
    throw new ApiError(404, 'There is not a configured email provider', 'inexistent_email_provider');
  };

  router.get(path, (ctx) => {
    ctx.body = only(current(), ctx.query);
  });

  router.post(path, (ctx) => {
    const body = parseBody(newEmailSchema, ctx.state);
    checkSettings(body.name, body.settings);
    if (providers.email !== null) throw new ApiError(409, 'There is already an email provider', 'conflict');
    providers.email = emailProvider({ enabled: true }, body);
    ctx.body = providers.email;
    ctx.status = 201;
  });

  router.patch(path, (ctx) => {
    const { name, enabled, ...others } = current();
    const body = parseBody(emailSchema, ctx.state);
    checkSettings(body.name ?? name, body.settings);
    // Of another provider nothing is kept.
    const kept = body.name === undefined || body.name === name ? others : {};
    providers.email = emailProvider({ ...kept, name, enabled }, body);
    ctx.body = only(providers.email, ctx.query);
  });

  router.delete(path, (ctx) => {
    providers.email = null;
    ctx.status = 204;
  });
}

/** What an email provider is called with and that is no secret. */
const TOLD_CREDENTIALS = ['domain', 'region', 'smtp_host', 'smtp_port', 'smtp_user'];

function emailProvider(current: Fields, changes: Fields): EmailProvider {
  const { credentials, ...changed } = merged(current, changes);
  const told = Object.entries(isFields(credentials) ? credentials : {}).filter(([name]) =>
    TOLD_CREDENTIALS.includes(name),
  );
  return { ...changed, credentials: Object.fromEntries(told) } as unknown as EmailProvider;
}

/** Providers whose settings Auth0 knows by name; the others take any. */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  mandrill: ['message'],
  ses: ['message'],
  smtp: ['headers'],
};

function checkSettings(provider: string, settings: Fields | null | undefined): void {
  const known = SETTINGS[provider];
  const extra = Object.keys(settings ?? {}).filter((name) => known !== undefined && !known.includes(name));
  if (extra.length === 0) return;
  throw apiErrors.invalidBody(
    `Additional properties not allowed: ${extra.reverse().join(',')}`,
    'settings (Specific provider setting)',
  );
}

function phoneRoutes(router: Router<TenantState>, { clock, data }: Parts): void {
  const path = '/branding/phone/providers';
  const now = () => new Date(clock.now()).toISOString();
  const find = (id: unknown): PhoneProvider => {
    const found = data.providers.phone.find((provider) => provider.id === id);
    if (found === undefined) throw new ApiError(404, 'The phone provider does not exist');
    return found;
  };

  router.get(path, (ctx) => {
    ctx.body = { providers: data.providers.phone.map((provider) => ({ credentials: null, ...provider })) };
  });

  router.get(`${path}/:id`, (ctx) => {
    ctx.body = find(ctx.params['id']);
  });

  router.post(path, (ctx) => {
    const { credentials: _credentials, ...body } = parseBody(newPhoneSchema, ctx.state);
    const { default_from: from, mssid } = body.configuration ?? {};
    if (body.name === 'twilio' && from === undefined && mssid === undefined)
      throw new ApiError(400, 'Bad Operation on Notification Resource');
    const added = {
      ...{ id: `pro_${randomBytes(11).toString('hex')}`, tenant: data.name, channel: 'phone' },
      ...{ disabled: false, ...body, created_at: now(), updated_at: now() },
    } as PhoneProvider;
    data.providers.phone.push(added);
    ctx.body = added;
    ctx.status = 201;
  });

  router.patch(`${path}/:id`, (ctx) => {
    const provider = find(ctx.params['id']);
    const { credentials: _credentials, ...body } = parseBody(phoneSchema, ctx.state);
    const changed = { ...merged(provider, body), updated_at: now() } as unknown as PhoneProvider;
    data.providers.phone = data.providers.phone.map((it) => (it === provider ? changed : it));
    ctx.body = changed;
  });

  router.delete(`${path}/:id`, (ctx) => {
    const { id } = find(ctx.params['id']);
    data.providers.phone = data.providers.phone.filter((provider) => provider.id !== id);
    ctx.status = 204;
  });
}
