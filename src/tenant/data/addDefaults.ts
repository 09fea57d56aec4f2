import { SPA } from './Application.ts';
import { originsOf } from './origins.ts';
import type { TenantData } from './TenantData.ts';

/** The application that the sample app at `/app` is. */
export const SAMPLE_APP = 'sample-app';
/** The application that machines use the Management API with. */
export const DEPLOY = { id: 'deploy', secret: 'local-deploy-secret' } as const;

/** What a tenant holds at first: an application to log in to, one to deploy with, SMS and email. */
export function addDefaults(data: TenantData, origin: string, callbacks: readonly string[]): void {
  const origins = [origin, ...originsOf(callbacks)];
  data.addApplication({
    ...SPA,
    client_id: SAMPLE_APP,
    name: 'Sample app',
    callbacks: [`${origin}/app`, ...callbacks],
    allowed_logout_urls: [`${origin}/app`, ...origins],
    allowed_origins: origins,
    web_origins: origins,
  });
  data.addApplication({
    client_id: DEPLOY.id,
    client_secret: DEPLOY.secret,
    name: 'Deploy',
    oidc_conformant: true,
    app_type: 'non_interactive',
    token_endpoint_auth_method: 'client_secret_post',
    grant_types: ['client_credentials'],
  });
  const enabled_clients = [SAMPLE_APP];
  data.addConnection({
    name: 'email',
    strategy: 'email',
    options: { name: 'email', totp: { length: 6, time_step: 180 }, disable_signup: false },
    enabled_clients: [...enabled_clients],
  });
  data.addConnection({
    name: 'sms',
    strategy: 'sms',
    options: {
      name: 'sms',
      provider: 'twilio',
      from: '+15005550006',
      template: 'Your verification code is: @@password@@',
      syntax: 'md_with_macros',
      totp: { length: 6, time_step: 180 },
      disable_signup: false,
    },
    enabled_clients: [...enabled_clients],
  });
}
