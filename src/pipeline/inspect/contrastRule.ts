import { contrast, darkened, READABLE, WHITE } from '../../page/contrast.ts';
import { colourInRgb } from '../../settings/colourInRgb.ts';
import type { Rule } from './Rule.ts';

/**
 * White text can be read on the brand's colour. What stands on `brand.background` brings a background of its
 * own, and the dashboard's colour is corrected in the page.
 */
export const contrastRule: Rule = {
  code: 'contrast',
  check({ expected }) {
    const primary = expected?.primaryColor ?? null;
    const colour = primary === null ? null : colourInRgb(primary);
    if (colour === null) return [];
    const ratio = contrast(colour, WHITE);
    if (ratio >= READABLE) return [];
    return [
      {
        severity: 'warning',
        // Down, so that 4.49 is not told as enough.
        what: `White text on brand.primaryColor, "${primary}", has a contrast of ${Math.floor(ratio * 100) / 100} : 1; people who see less well need ${READABLE} : 1 (WCAG 2.2, 1.4.3).`,
        fix: `The nearest darker colour that has it is "${hex(darkened(colour))}".`,
      },
    ];
  },
};

function hex(parts: readonly number[]): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
