/** What opens a tenant's Management API, and how the environment names it; never printed. */
export interface Credentials {
  /** Host, with a port where there is one: `acme.eu.auth0.com`, `localhost:8443`. */
  domain: string;
  /** Of the token; `undefined` is the usual one, `https://<domain>/api/v2/`. */
  audience: string | undefined;
  login: { clientId: string; clientSecret: string } | { token: string };
  names: VariableNames;
}

/** The environment variables that credentials are read from. */
export interface VariableNames {
  domain: string;
  clientId: string;
  clientSecret: string;
  token: string;
  audience: string;
}

/** The texts of credentials that nobody may read. */
export function secretsOf({ login }: Credentials): string[] {
  return 'token' in login ? [login.token] : [login.clientSecret];
}
