import * as v from 'valibot';
import { APP_TYPES } from '../data/Application.ts';

const text = v.nullish(v.string());
const flag = v.nullish(v.boolean());
const count = v.nullish(v.pipe(v.number(), v.integer()));
const fields = v.nullish(v.record(v.string(), v.unknown()));
const urls = v.nullish(v.array(v.string()));

/**
 * The fields of an application that this tenant reads, as Auth0 types them; `null` removes one. Auth0 knows about a
 * hundred more, which are kept as they come.
 */
export const clientSchema = v.looseObject({
  name: v.optional(v.pipe(v.string(), v.minLength(1))),
  description: text,
  app_type: v.nullish(v.picklist(APP_TYPES)),
  logo_uri: text,
  is_first_party: flag,
  oidc_conformant: flag,
  token_endpoint_auth_method: v.nullish(v.picklist(['none', 'client_secret_post', 'client_secret_basic'])),
  grant_types: urls,
  callbacks: urls,
  allowed_logout_urls: urls,
  allowed_origins: urls,
  web_origins: urls,
  client_metadata: fields,
  jwt_configuration: v.nullish(v.looseObject({ lifetime_in_seconds: count })),
  refresh_token: v.nullish(
    v.looseObject({
      rotation_type: v.nullish(v.picklist(['rotating', 'non-rotating'])),
      expiration_type: v.nullish(v.picklist(['expiring', 'non-expiring'])),
      leeway: count,
      token_lifetime: count,
    }),
  ),
  mobile: fields,
  client_secret: v.optional(v.string()),
  custom_login_page: text,
  custom_login_page_on: flag,
  default_organization: v.nullish(v.looseObject({ organization_id: v.string(), flows: v.array(v.string()) })),
});

/** What an application that is created must have. */
export const newClientSchema = v.looseObject({
  ...clientSchema.entries,
  name: v.pipe(v.string(), v.minLength(1)),
});

/** What Auth0 sets itself. */
export const CLIENT_READ_ONLY = ['client_id', 'tenant', 'global', 'signing_keys'];
