/**
 * The Management API takes at most one mebibyte a request, the JSON body counted
 * (auth0/docs-v2, `main/docs/api/management/v2.mdx`; the server names 1048576, auth0/auth0.js#1133).
 */
export const API_BODY_LIMIT = 1_048_576;

/** A logo goes into the page as a data URI, and the page is downloaded on every visit. */
export const LOGO_LIMIT = 32 * 1024;
