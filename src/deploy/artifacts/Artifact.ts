/** A built page, ready to be deployed. */
export interface Artifact {
  /** Name of the page. */
  page: string;
  /** Absolute path of the HTML. */
  file: string;
  sha256: string;
  /** Of the HTML. */
  bytes: number;
}
