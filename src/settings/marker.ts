/** What Auth0 replaces, at each request, by base64 of the UTF-8 JSON of the hosted config. */
export const MARKER = '@@config@@';
