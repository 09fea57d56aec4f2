/**
 * A line of a page, fit for a terminal or a report: a live page is anybody's text, which may steer a terminal
 * or turn the direction of writing.
 *
 * @param most - characters that are shown
 */
export function shownLine(text: string, most: number): string {
  const plain = text.replace(/\t/g, '  ').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');
  const rest = plain.length - most;
  return rest > 0 ? `${plain.slice(0, most)}… (${rest} more)` : plain;
}
