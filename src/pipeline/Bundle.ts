/** The constant script, and what it is made of. */
export interface Bundle {
  /** Escaped, ready to stand in a `<script>` element. */
  script: string;
  /** The script of the page's first bytes, escaped too. */
  firstScript: string;
  /** Bytes by package (`auth0-lock`, `auth0-js`, `src/page` …), most first. */
  contributors: readonly { name: string; bytes: number }[];
}
