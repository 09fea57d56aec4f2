/**
 * The variables that Auth0 gives a message in Liquid. `.*` is an object with whatever the tenant has put there.
 *
 * @see auth0/docs-v2, `customize/email/email-templates/supported-liquid-syntax.mdx`, `email-otp.mdx`, `sms-otp.mdx`
 */
const general = [
  'request_language',
  'application.name',
  ...['client_id', 'clientID', 'description', 'logo_uri', 'app_type', 'callback_domain'].map(inApplication),
  ...['client_metadata.*', 'metadata.*'].map(inApplication),
  ...['connection.name', 'tenant', 'friendly_name', 'support_email', 'support_url'],
  ...['organization.id', 'organization.name', 'organization.display_name', 'organization.metadata.*'],
  ...['organization.branding.logo_url', 'organization.branding.colors.primary'],
  'organization.branding.colors.page_background',
  ...['custom_domain.domain', 'custom_domain.domain_metadata.*'],
];

export const smsVariables: readonly string[] = ['code', 'password', 'phone_number', ...general];

/** Of its sender and subject, too. */
export const emailVariables: readonly string[] = [
  ...['code', 'link', 'send', 'operation', 'user.email'],
  ...general,
];

function inApplication(name: string): string {
  return `application.${name}`;
}
