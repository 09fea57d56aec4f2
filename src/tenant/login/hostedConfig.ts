import type { Application } from '../data/Application.ts';
import type { Transaction } from './Transactions.ts';

/** What a hosted config is made from. */
export interface HostedConfigInput {
  /** `localhost:8443`: the tenant's domain, port included. */
  host: string;
  /** The tenant's name. */
  tenant: string;
  application: Application;
  /** `null` for the dashboard's preview. */
  transaction: Transaction | null;
  /** Protects the transaction from other sites; also in a cookie. */
  csrf: string;
  /** `colors` of the tenant's branding. */
  colors: Readonly<Record<string, unknown>>;
}

/** Parameters of `/authorize` that are told elsewhere in the hosted config. */
const ELSEWHERE = ['client_id', 'redirect_uri', 'state', 'connection', 'login_ticket'];

/**
 * What Auth0 puts in place of the marker, as eight public dumps and Auth0's default templates have it.
 * Whatever the request says arrives, unknown parameters too: only `_csrf`, `_intstate` and `state` are the
 * server's own, and this `state` names the login transaction, not the application's.
 */
export function hostedConfig(input: HostedConfigInput): Record<string, unknown> {
  const { host, tenant, application, transaction, csrf, colors } = input;
  const params = transaction?.params ?? {};
  const { connection, prompt, response_type: responseType } = params;
  const own = transaction === null ? { tenant } : { ...transactionFields(params), _csrf: csrf };
  const shared = {
    ...own,
    _intstate: 'deprecated',
    ...(transaction !== null && { state: transaction.state }),
  };
  return {
    icon: application.logo_uri ?? '',
    assetsUrl: '',
    auth0Domain: host,
    auth0Tenant: tenant,
    clientConfigurationBaseUrl: `https://${host}/`,
    callbackOnLocationHash: /\btoken\b/.test((responseType ?? '').replaceAll('_', ' ')),
    callbackURL: transaction?.redirectUri ?? '',
    cdn: 'https://cdn.auth0.com/',
    clientID: application.client_id,
    ...(connection !== undefined && { connection }),
    dict: { signin: { title: application.name } },
    extraParams: { ...shared },
    internalOptions: { ...shared },
    widgetUrl: 'https://cdn.auth0.com/w2/auth0-widget-5.1.min.js',
    isThirdPartyClient: !application.is_first_party,
    authorizationServer: { url: `https://${host}`, issuer: `https://${host}/` },
    colors: { ...colors },
    ...(prompt !== undefined && { prompt }),
  };
}

/** The request's parameters with those that Auth0 fills in. */
function transactionFields(params: Readonly<Record<string, string>>): Record<string, string> {
  const asked = Object.entries(params).filter(([name]) => !ELSEWHERE.includes(name));
  return { protocol: 'oauth2', ...Object.fromEntries(asked) };
}

/** A hosted config as it stands in the page: base64 of its UTF-8 JSON. */
export const encodeHostedConfig = (config: unknown): string =>
  Buffer.from(JSON.stringify(config), 'utf8').toString('base64');
