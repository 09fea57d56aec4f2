/** A library in a page. */
export interface Library {
  name: 'auth0-lock' | 'auth0-js';
  /** `14.3.0`. */
  version: string;
}
