/**
 * Whether a text looks like a credential: one of Twilio's SIDs or tokens, an Auth0 client secret, a JSON web
 * token, a key of SendGrid's, a private key. A messaging service's SID is none.
 */
export const looksSecret = (text: string): boolean => SHAPES.some((shape) => shape.test(text));

const SHAPES = [
  /\b(?:AC|SK)[0-9a-f]{32}\b/i,
  /\b[0-9a-f]{32}\b/i,
  /^(?=.*\d)[\w-]{48,}$/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}/,
  /\bSG\.[\w-]{16,}\./,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
];
