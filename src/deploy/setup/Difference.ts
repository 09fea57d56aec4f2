/** One value that a setup changes. */
export interface Difference {
  /** What it is a part of: `connection sms`. */
  of: string;
  /** Where in it: `totp.length`; empty for the whole. */
  path: string;
  /** For people; `null` where there was nothing. */
  before: string | null;
  after: string;
  /** A secret that the tenant does not tell, so that nobody can see whether it differs. */
  isUntold?: boolean;
}
