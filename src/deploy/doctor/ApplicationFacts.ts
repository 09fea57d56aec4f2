/** An application, as far as a login depends on it. */
export interface ApplicationFacts {
  id: string;
  name: string;
  /** `spa`, `regular_web`, `native`, `non_interactive`; `null` when it has none. */
  type: string | null;
  grants: readonly string[];
  callbacks: readonly string[];
  webOrigins: readonly string[];
  /** For CORS. */
  allowedOrigins: readonly string[];
  crossOrigin: boolean;
  /** Of ID tokens: `RS256`, `HS256` …; `null` where Auth0 does not say. */
  algorithm: string | null;
  /** Whether everyone must log in to an organization, `organization_usage: 'require'`. */
  requiresOrganization: boolean;
  /**
   * Whether visitors are spared the confirmation of callbacks that Auth0 cannot verify; `null` where that is the
   * tenant's to say.
   */
  skipsConfirmation: boolean | null;
}
