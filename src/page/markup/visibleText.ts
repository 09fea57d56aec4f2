/**
 * Control characters but for white space; Unicode 17's Default_Ignorable_Code_Point: soft hyphens, zero width,
 * marks of direction, fillers, variation selectors; and what stands in for an object.
 */
const INVISIBLE =
  /(?!\s)[^ -\u{10ffff}]|\u034f|[\u180b-\u180f\ufe00-\ufe0f]|[\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4-\u17b5\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffc\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

/** The text without what no one sees, and with every kind of white space as a plain space. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s/g, ' ');
}
