/** How much the tenant puts up with. The defaults are Auth0's. */
export interface Limits {
  /** Codes and links that one address (IP) may ask for in an hour. Default: 50. */
  startsPerHour: number;
  /** Wrong tries of one code. Default: 3. */
  triesPerCode: number;
  /** Seconds that a code works, where the connection does not say (`totp.time_step`). Default: 180. */
  codeSeconds: number;
  /** Seconds that a login transaction lives. Default: 3600. */
  transactionSeconds: number;
  /** Requests a minute that the Management API takes from one token. Default: 120. */
  managementPerMinute: number;
  /** Requests at once, and a second, that it takes beside that. Default: no such limit. */
  managementPerSecond: number;
}

export const DEFAULT_LIMITS: Limits = {
  startsPerHour: 50,
  triesPerCode: 3,
  codeSeconds: 180,
  transactionSeconds: 3600,
  managementPerMinute: 120,
  managementPerSecond: Number.POSITIVE_INFINITY,
};
