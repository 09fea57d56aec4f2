import type { Finding } from './Finding.ts';
import type { Rule } from './Rule.ts';

/** What a browser takes for a hash; anything else it passes over, and loads the script all the same. */
const HASH = /\bsha(?:256|384|512)-[\w+/-]{43,}={0,2}/;
/** Lock on Auth0's CDN, an exact version, whose files are not changed any more. */
const LOCK = /^https:\/\/cdn\.auth0\.com\/js\/lock\/\d+\.\d+\.\d+\/lock\.min\.js$/;
const IMPORT = /\bimport\b[^;'"]*['"](https?:[^'"]+)['"]/;

/**
 * Every script from elsewhere has an integrity hash; of Lock on Auth0's CDN, where the settings
 * chose it, or of a page that was not built here, a warning will do.
 */
export const externalScriptsRule: Rule = {
  code: 'external-scripts',
  check({ scripts, expected }) {
    return scripts.flatMap(({ src, integrity, type, text }): Omit<Finding, 'rule'>[] => {
      const imported = /^module$/i.test(type) ? IMPORT.exec(text)?.[1] : undefined;
      if (imported !== undefined) return [unprotected(imported)];
      if (src === undefined || HASH.test(integrity ?? '')) return [];
      if (expected === undefined ? LOCK.test(src) : src === expected.lockScript) {
        return [
          {
            severity: 'warning',
            what: `${src} has no integrity hash: whoever can change that file can log in as anybody.`,
            fix: `Compute it once (curl -s ${src} | openssl dgst -sha384 -binary | base64) and put "sha384-…" into lock.integrity.`,
          },
        ];
      }
      return [unprotected(src)];
    });
  },
};

function unprotected(address: string): Omit<Finding, 'rule'> {
  return {
    severity: 'error',
    what: `${address} is loaded without an integrity hash: whoever can change that file can log in as anybody.`,
    fix: 'Add integrity="sha384-…" crossorigin="anonymous", pin the exact version, or put the script into the page.',
  };
}
