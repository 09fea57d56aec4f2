/**
 * JSON that may stand in a `<script>` data block, and that deploy-cli leaves alone: `<`, and each of two
 * characters that begin a placeholder, written as escapes. `JSON.parse` gives back what went in.
 */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/@(?=@)/g, '\\u0040')
    .replace(/#(?=#)/g, '\\u0023');
}
