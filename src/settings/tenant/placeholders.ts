/**
 * What auth0-deploy-cli may put something in place of: `@@NAME@@` and `##NAME##`, for each of its mappings and
 * each environment variable (lib/tools/utils.js, 8.44.0). `NAME` may be any text without the signs.
 */
export function placeholders(text: string): string[] {
  return [...new Set(text.match(/@@[^@\s]{1,100}@@|##[^#\s]{1,100}##/g) ?? [])];
}
