/**
 * A text from elsewhere, fit for a terminal: on one line, without what steers a terminal, cut to a length.
 *
 * @param most - characters; default 200
 */
export function oneLine(text: string, most = 200): string {
  const plain = text
    // Control characters, and those that turn the direction of writing.
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain;
}
