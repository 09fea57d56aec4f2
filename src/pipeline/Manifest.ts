/** `dist/<page>.json`: what an artifact is, without dates or paths, so that the same page has the same one. */
export interface Manifest {
  page: string;
  /** Of the HTML file, hexadecimal. */
  sha256: string;
  bytes: { html: number; gzip: number; apiBody: number };
  versions: {
    'auth0-lock': string;
    /** `null` when Lock comes from the CDN, which decides. */
    'auth0-js': string | null;
    renderer: string | null;
  };
  delivery: 'inline' | 'cdn';
  languages: readonly string[];
  /** `allow: null` is no restriction. */
  connections: { allow: readonly string[] | null; choose: 'request' | 'fixed' };
  /** `policy: null` where the settings turn it off. */
  contentSecurityPolicy: { policy: string | null; mode: 'enforce' | 'report' | 'off' };
  /** Codes of the rules that the page satisfies without an error. */
  rules: readonly string[];
}
