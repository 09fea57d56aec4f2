import { kindOf } from './Connection.ts';
import { completed, type Fields, isFields, merged } from './merged.ts';
import { socialOptions } from './socialOptions.ts';

/** Options of a database connection that Auth0 adds whenever they were not sent, at a PATCH too. */
const DATABASE = {
  brute_force_protection: true,
  authentication_methods: {
    password: { enabled: true, api_behavior: 'required', signup_behavior: 'allow' },
    passkey: { enabled: false },
  },
  passkey_options: {
    challenge_ui: 'both',
    progressive_enrollment_enabled: true,
    local_enrollment_enabled: true,
  },
};

/** And those that a new one gets besides. */
const NEW_DATABASE = { mfa: { active: true, return_enroll_settings: true }, strategy_version: 2 };

/** Without these, the password's strength is `passwordPolicy`. */
const PASSWORD_OPTIONS = {
  complexity: {
    character_type_rule: 'all',
    identical_characters: 'allow',
    sequential_characters: 'allow',
    max_length_exceeded: 'error',
    min_length: 15,
    character_types: [],
  },
  profile_data: {
    active: false,
    blocked_fields: ['name', 'username', 'nickname', 'email', 'phone_number'].concat(
      ['name', 'first', 'last'].map((field) => `user_metadata.${field}`),
    ),
  },
  history: { active: false, size: 3 },
  dictionary: { active: false, custom: [], default: 'en_100k' },
};

const EMAIL_ATTRIBUTE = { verification_method: 'link', unique: true };

/** Strategies whose connections were recorded with a purpose; those of the others had none yet. */
const WITH_PURPOSE = ['auth0', 'google-oauth2', 'line', 'oauth2', 'oidc', 'okta', 'samlp'];
/** Enterprise connections that an administrator of the other side is sent a link for. */
const WITH_TICKET = ['ad', 'adfs', 'google-apps', 'pingfederate', 'samlp', 'waad'];

/** The options of a connection that the Management API creates, with Auth0's defaults in place of what was not sent. */
export function newOptions(strategy: string, given: Fields): Record<string, unknown> {
  const kind = kindOf(strategy);
  if (kind === 'passwordless') return { brute_force_protection: true, ...given };
  if (kind !== 'database') return changedOptions(strategy, given);
  const policy = given['password_options'] === undefined ? { passwordPolicy: 'good' } : {};
  return changedOptions(strategy, { ...NEW_DATABASE, ...policy, ...given });
}

/** Options as a PATCH leaves them: those that were sent, and what Auth0 adds at any time. */
export function changedOptions(strategy: string, given: Fields): Record<string, unknown> {
  if (kindOf(strategy) !== 'database') return socialOptions(strategy, given);
  const { attributes, password_options: password } = given;
  return {
    ...DATABASE,
    ...completed(given, { authentication_methods: DATABASE.authentication_methods }),
    ...(isFields(password) && { password_options: merged(PASSWORD_OPTIONS, password) }),
    ...(isFields(attributes) && { attributes: completed(attributes, { email: EMAIL_ATTRIBUTE }) }),
  };
}

/** The other fields of a new connection. */
export function newConnection(name: string, strategy: string, origin: string): Record<string, unknown> {
  const isEnterprise = kindOf(strategy) === 'enterprise';
  return {
    is_domain_connection: false,
    realms: [name],
    ...(isEnterprise && { show_as_button: false }),
    ...(WITH_TICKET.includes(strategy) && { provisioning_ticket_url: `${origin}/p/${strategy}/${name}` }),
    ...(strategy === 'waad' && { display_name: name }),
    ...(WITH_PURPOSE.includes(strategy) && {
      authentication: { active: true },
      connected_accounts: { active: false },
    }),
  };
}
