import type { Finding } from './Finding.ts';
import type { Rule } from './Rule.ts';

/** Every script from elsewhere has an integrity hash; of the CDN that the settings chose, a warning will do. */
export const externalScriptsRule: Rule = {
  code: 'external-scripts',
  check({ scripts, expected }) {
    return scripts.flatMap(({ src, integrity }): Omit<Finding, 'rule'>[] => {
      if (src === undefined || integrity !== undefined) return [];
      if (src === expected?.lockScript) {
        return [
          {
            severity: 'warning',
            what: `${src} has no integrity hash: whoever can change that file can log in as anybody.`,
            fix: `Compute it once (curl -s ${src} | openssl dgst -sha384 -binary | base64) and put "sha384-…" into lock.integrity.`,
          },
        ];
      }
      return [
        {
          severity: 'error',
          what: `${src} is loaded without an integrity hash: whoever can change that file can log in as anybody.`,
          fix: 'Add integrity="sha384-…" crossorigin="anonymous", pin the exact version, or put the script into the page.',
        },
      ];
    });
  },
};
