import * as v from 'valibot';

const urls = v.array(v.string());

/**
 * The fields of an application that this tenant reads, as Auth0 types them. Auth0 knows about a hundred
 * more, which are kept as they come.
 */
export const clientSchema = v.looseObject({
  name: v.optional(v.pipe(v.string(), v.minLength(1))),
  description: v.optional(v.string()),
  app_type: v.optional(v.picklist(['spa', 'regular_web', 'native', 'non_interactive'])),
  logo_uri: v.optional(v.string()),
  is_first_party: v.optional(v.boolean()),
  oidc_conformant: v.optional(v.boolean()),
  token_endpoint_auth_method: v.optional(v.picklist(['none', 'client_secret_post', 'client_secret_basic'])),
  grant_types: v.optional(v.array(v.string())),
  callbacks: v.optional(urls),
  allowed_logout_urls: v.optional(urls),
  allowed_origins: v.optional(urls),
  web_origins: v.optional(urls),
  client_secret: v.optional(v.string()),
  custom_login_page: v.optional(v.string()),
  custom_login_page_on: v.optional(v.boolean()),
});

/** What an application that is created must have. */
export const newClientSchema = v.looseObject({
  ...clientSchema.entries,
  name: v.pipe(v.string(), v.minLength(1)),
});

/** What Auth0 sets itself. */
export const CLIENT_READ_ONLY = ['client_id', 'tenant', 'global', 'signing_keys'];
