import { MARKER } from '../../settings/marker.ts';
import { isDataBlock } from './isDataBlock.ts';
import { placeOfOffset } from './placeOf.ts';
import type { Rule } from './Rule.ts';

/** The marker stands exactly once, and in a data block, so that the script is the same for each request. */
export const markerRule: Rule = {
  code: 'marker',
  check(page) {
    const { html, scripts } = page;
    const found = [...html.matchAll(new RegExp(MARKER, 'g'))];
    // Only the first few are told, and one is as it should be.
    const places = () => found.slice(0, 5).map(({ index }) => placeOfOffset(page, html, index));
    if (found.length === 0) {
      return [
        {
          severity: 'error',
          what: `The page has no ${MARKER}, so Auth0 has nowhere to put the hosted config.`,
          fix: `Put it into a data block, once: <script id="hosted-config" type="text/plain">${MARKER}</script>`,
        },
      ];
    }
    if (found.length > 1) {
      return [
        {
          severity: 'error',
          what: `${MARKER} stands ${found.length} times: ${places().join('; ')}. Auth0 replaces each.`,
          fix: 'Keep the one in the data block and read the decoded value from there.',
        },
      ];
    }
    const inData = scripts.some((script) => isDataBlock(script) && script.text.includes(MARKER));
    if (inData) return [];
    const inScript = scripts.some(({ text }) => text.includes(MARKER));
    return [
      {
        severity: 'error',
        what: `${MARKER} stands at ${places()[0]}, ${inScript ? 'in a script that runs: it changes with each request, and no CSP hash can cover it' : 'outside of a data block'}.`,
        fix: `Move it into a data block: <script id="hosted-config" type="text/plain">${MARKER}</script>`,
      },
    ];
  },
};
