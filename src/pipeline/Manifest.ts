/**
 * `dist/<page>.json`: what an artifact is, without dates or paths, so that the same page has the same one on any
 * machine. Nor with its size gzipped, which is another with another zlib (128,464 bytes with 1.2.13 for a page of
 * 129,316 with the one that Node 20, 22 and 24 carry), and a Node that is packaged by a system uses the system's.
 */
export interface Manifest {
  page: string;
  /** Of the HTML file, hexadecimal. */
  sha256: string;
  bytes: { html: number; apiBody: number };
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
  emailMethod: 'code' | 'link';
  /** `policy: null` where the settings turn it off. */
  contentSecurityPolicy: { policy: string | null; mode: 'enforce' | 'report' | 'off' };
  /** Codes of the rules that the page satisfies without an error. */
  rules: readonly string[];
}
