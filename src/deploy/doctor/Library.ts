/** A library in a page. */
export interface Library {
  name: 'auth0-lock' | 'auth0-js';
  /** `14.3.0`. */
  version: string;
  /** Where Lock brings it: which one it is, the file does not say, and it is not older. */
  orNewer?: true;
}
