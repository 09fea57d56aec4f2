/** A login page that stands in a tenant. */
export interface PageFacts {
  /** The application whose own it is; `null` for the tenant's. */
  application: { id: string; name: string } | null;
  on: boolean;
  /** Of the HTML, hexadecimal. */
  sha256: string;
  /** Those that it may have had when it was built, if only its line endings have changed since. */
  hashesBefore: readonly string[];
  /** Bytes of the Management API request that carries it; 0 for no page at all. */
  apiBodyBytes: number;
  /** How often Auth0's marker stands in it. */
  markers: number;
  /** Whether it was built by this project, by any version of it. */
  isOurs: boolean;
  /** Whether it is as it was built, as far as that can be seen; `false` for what is not ours. */
  isWhole: boolean;
  /** Addresses of the scripts that it loads. */
  scripts: readonly string[];
}

/** How results name a page. */
export const nameOf = ({ application }: PageFacts): string =>
  application === null ? "the tenant's page" : `the page of ${application.name}`;
