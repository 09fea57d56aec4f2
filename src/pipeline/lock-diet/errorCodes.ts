import type { Cut } from './Cut.ts';
import { type Repair, repair, repairExpectation } from './repair.ts';

const REPAIRS: readonly Repair[] = [
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

/** A repair rather than a cut: what Auth0 answers is told to the visitor as what it is. */
export const errorCodes: Cut = {
  name: 'errorCodes',
  expects: REPAIRS.map(repairExpectation),
  transform: (modules, found) => repair(REPAIRS, modules, found),
};
