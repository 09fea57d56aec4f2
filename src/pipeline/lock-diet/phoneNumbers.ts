import { dirname } from 'node:path';
import type { Cut, Found, LockModules } from './Cut.ts';

const REPLACED = "Lock's imports of field/phone_number";
const FROM_LOCK = /[\\/]auth0-lock[\\/]lib[\\/]/;

const REPAIRS: readonly { file: string; from: string; to: string }[] = [
  // The field says what is wrong with this number.
  {
    file: 'field/phone-number/phone_number_pane.js',
    from: 'invalidHint: invalidHint,',
    to: "invalidHint: c.getFieldInvalidHint(lock, 'phoneNumber') || invalidHint,",
  },
  // The list finds a country by all of its names.
  {
    file: 'ui/list.js',
    from: 'require("../utils/string_utils")',
    to: 'require("../field/phone_number")',
  },
  {
    file: 'ui/list.js',
    from: `this.props.items.filter(function (x) {
        return su.matches(str, x.get('label'));
      })`,
    to: 'su.searchCountries(this.props.items, str)',
  },
];

/**
 * A repair rather than a cut: phone numbers are read as people write them, by `src/page/lock/phoneNumber.ts` in the
 * place of Lock's `field/phone_number.js`.
 *
 * @param module - absolute path of the module that takes its place
 */
export function phoneNumbers(module: string): Cut {
  return {
    name: 'phoneNumbers',
    expects: [REPLACED, ...REPAIRS.map(expectation)],
    setup(build, found) {
      build.onResolve({ filter: /(?:^|\/)phone_number$/ }, ({ importer, path }) => {
        const isLocks = FROM_LOCK.test(importer);
        if (isLocks) found(REPLACED);
        return isLocks || path.startsWith('auth0-lock/') ? { path: module } : null;
      });
      // The Immutable that Lock has, wherever npm has put it.
      build.onResolve({ filter: /^immutable$/ }, async ({ importer, kind, resolveDir }) => {
        if (importer !== module) return null;
        const lock = await build.resolve('auth0-lock/lib/index', { kind, resolveDir });
        return build.resolve('immutable', { kind, resolveDir: dirname(lock.path) });
      });
    },
    transform: repair,
  };
}

const expectation = ({ file, from }: (typeof REPAIRS)[number]) => `${from.trim()} in ${file}`;

function repair(modules: LockModules, found: Found): LockModules {
  const repaired = new Map<string, string>();
  for (const it of REPAIRS) {
    const parts = (repaired.get(it.file) ?? modules.get(it.file) ?? '').split(it.from);
    if (parts.length !== 2) continue;
    found(expectation(it));
    repaired.set(it.file, parts.join(it.to));
  }
  return repaired;
}
