/**
 * Whether auth0-deploy-cli would put something else into a text, had it a mapping or an environment variable
 * of that name. It makes a regular expression of the name as it is (lib/tools/utils.js, 8.44.0).
 */
export function rewrites(name: string, text: string): boolean {
  // Windows' `=C:` and the like; nothing is spelt like that.
  if (name === '' || text === '') return false;
  try {
    return new RegExp(`@@${name}@@|##${name}##`).test(text);
  } catch {
    return false;
  }
}
