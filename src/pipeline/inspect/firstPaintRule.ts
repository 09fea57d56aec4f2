import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { count } from '../../settings/count.ts';
import { MARKER } from '../../settings/marker.ts';
import type { Rule } from './Rule.ts';

const compress = promisify(deflateRaw);

/** What a server sends before it waits for the first acknowledgement: ten packets (RFC 6928). */
const FIRST_FLIGHT = 14_600;
/** What the response's headers take of it, and the hosted config, which is base64 and hardly compresses. */
const SET_ASIDE = 600 + 1_800;

/** The shell is within what a server sends at once, so that a browser paints it without a second round trip. */
export const firstPaintRule: Rule = {
  code: 'first-paint',
  async check({ html, expected }) {
    if (expected === undefined) return [];
    const start = html.indexOf('<section id="shell"');
    const end = start === -1 ? -1 : html.indexOf('</section>', start);
    // A team may have another shell, or none.
    if (end === -1) return [];
    const bytes = SET_ASIDE + (await compress(html.slice(0, end).replace(MARKER, ''))).length;
    if (bytes <= FIRST_FLIGHT) return [];
    return [
      {
        severity: 'warning',
        what: `The shell ends after about ${count(bytes)} compressed bytes; a server sends ${count(FIRST_FLIGHT)} at once, so it is painted a round trip later.`,
        fix: 'Make the logo or templates/*.css smaller: an SVG, or an https: URL.',
      },
    ];
  },
};
