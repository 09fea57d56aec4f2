/**
 * Makes minified JavaScript safe to stand in a `<script>` element and in a file that auth0-deploy-cli
 * uploads. In valid, minified code each of these sequences can only stand in a string, a template or a
 * regular expression, where the escape means the same:
 *
 * - `</script` would end the element, `<!--` can swallow the rest of the page (esbuild escapes only the first);
 * - `@@NAME@@` and `##NAME##` are what deploy-cli replaces; Lock's Immutable has nine strings of the first kind.
 */
export function escapeInlineScript(code: string): string {
  return code
    .replace(/<(?=\/script|!--)/gi, '\\x3C')
    .replace(/@(?=@)/g, '\\x40')
    .replace(/#(?=#)/g, '\\x23');
}
