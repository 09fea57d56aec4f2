import { contrast, DARK, darkened, type Rgb, WHITE } from './contrast.ts';

/** Up to here white text is nearly readable: darkening the colour a little leaves it what it is. */
const NEARLY = 3;

/** A button's colour, and that of the text on it. */
export interface ButtonColours {
  colour: Rgb;
  text: Rgb;
}

/**
 * Makes the text on a button readable: white where it can be, on a somewhat darker colour where that is
 * enough, else dark text, so that a yellow brand stays yellow. Either has a contrast of at least 4.5.
 */
export function readableButton(colour: Rgb): ButtonColours {
  return contrast(colour, WHITE) < NEARLY
    ? { colour, text: DARK }
    : { colour: darkened(colour), text: WHITE };
}
