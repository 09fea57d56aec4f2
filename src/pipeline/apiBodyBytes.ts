/**
 * Bytes of the Management API request that carries the page, a PATCH of the global client: JSON writes one
 * more byte for each `"`, `\` and line end. Encoders that also escape `<`, `>` and `&` (Go's default, so
 * Terraform) need more.
 */
export function apiBodyBytes(html: string): number {
  return Buffer.byteLength(JSON.stringify({ custom_login_page: html, custom_login_page_on: true }));
}
