import type { Cut } from './Cut.ts';
import { changed } from './lockDiet.ts';

const EXPECTED = 'declarations of propTypes';
/** A statement of its own, at the top of the module, as Babel prints it. */
const DECLARATION = /^(?:\w+\.propTypes = |_defineProperty\(\w+, "propTypes", )\{(?:|\n[\s\S]*?^)\}\)?;\n?/gm;
const IMPORT = /^var _propTypes = _interopRequireDefault\(require\("prop-types"\)\);\n/m;
/** 14.3.0 has 39. */
const FEWEST_DECLARATIONS = 25;

/** The declarations of the components' properties, which React checks in development only. */
export const propTypes: Cut = {
  name: 'propTypes',
  expects: [EXPECTED],
  transform(modules, found) {
    let declarations = 0;
    const slim = [...modules].flatMap(([path, source]): [string, string][] => {
      if (!IMPORT.test(source)) return [];
      const without = source.replace(IMPORT, '').replace(DECLARATION, () => {
        declarations++;
        return '';
      });
      if (/_propTypes\b/.test(without)) {
        throw new Error(changed('propTypes', `does not know how ${path} declares its propTypes`));
      }
      return [[path, without]];
    });
    if (declarations < FEWEST_DECLARATIONS) {
      const what = `expected at least ${FEWEST_DECLARATIONS} declarations and found ${declarations}`;
      throw new Error(changed('propTypes', what));
    }
    found(EXPECTED);
    return new Map(slim);
  },
};
