import type { Cut } from './Cut.ts';

const REPAIRS: readonly { file: string; from: string; to: string }[] = [
  // A status is a number, under which no dictionary has a text: what a proxy answers was "something went wrong".
  {
    file: 'core/web_api/helper.js',
    from: 'error: error.code ? error.code : error.statusCode || error.error,',
    to: 'error: error.code || error.statusCode ? String(error.code || error.statusCode) : error.error,',
  },
  // On the tenant's own page, "access_denied" is not a wrong code: a rule, or a sign-up that is not allowed. Lock
  // knows, but asks with a domain that it leaves out here.
  {
    file: 'core/web_api/p2_api.js',
    from: 'var verifyOptions = ',
    to: 'var ownDomain = this.domain;\n      var verifyOptions = ',
  },
  {
    file: 'core/web_api/p2_api.js',
    from: 'return cb((0, _helper.normalizeError)(err), result);',
    to: 'return cb((0, _helper.normalizeError)(err, ownDomain), result);',
  },
];

const expectation = ({ file, from }: (typeof REPAIRS)[number]) => `${from.trim()} in ${file}`;

/** A repair rather than a cut: what Auth0 answers is told to the visitor as what it is. */
export const errorCodes: Cut = {
  name: 'errorCodes',
  expects: REPAIRS.map(expectation),
  transform(modules, found) {
    const repaired = new Map<string, string>();
    for (const repair of REPAIRS) {
      const code = repaired.get(repair.file) ?? modules.get(repair.file) ?? '';
      const parts = code.split(repair.from);
      if (parts.length !== 2) continue;
      found(expectation(repair));
      repaired.set(repair.file, parts.join(repair.to));
    }
    return repaired;
  },
};
