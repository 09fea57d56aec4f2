/**
 * What Auth0 puts in place of the marker, decoded. Only `clientID` and `auth0Domain` are sure to be there:
 * the dashboard's preview leaves most of the rest out, and unknown fields pass through untouched.
 */
export interface HostedConfig {
  clientID: string;
  /** Host of the tenant, or its custom domain; Lock takes the hosted flow only on this very host. */
  auth0Domain: string;
  auth0Tenant?: unknown;
  callbackURL?: unknown;
  callbackOnLocationHash?: unknown;
  /** Where `client/<id>.js` is, with a trailing slash. */
  clientConfigurationBaseUrl?: unknown;
  assetsUrl?: unknown;
  icon?: unknown;
  /** From the request: a name or a comma-separated list of names. */
  connection?: unknown;
  /** From the request. */
  prompt?: unknown;
  /** `{signin: {title}}` from Auth0, or a language from the request. */
  dict?: unknown;
  colors?: unknown;
  isThirdPartyClient?: unknown;
  authorizationServer?: unknown;
  /** The login transaction and every query parameter of the request; goes to Lock whole. */
  internalOptions: Record<string, unknown>;
  [field: string]: unknown;
}
