// A part of oidc-provider that grants of one's own need, and that its types leave out.
declare module 'oidc-provider/lib/helpers/validate_dpop.js' {
  /** The proof of a request; `undefined` where it has none. @throws OIDCProviderError when it is not valid */
  export default function validateDPoP(
    ctx: import('oidc-provider').KoaContextWithOIDC,
  ): Promise<{ thumbprint: string } | undefined>;
}
