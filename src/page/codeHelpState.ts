/** After that a code is missed: most come within a few seconds, and Auth0 does not say that one was not sent. */
const LATE_MS = 60_000;

/** When things happened on the screen where a code is typed, in milliseconds. */
export interface CodeTimes {
  /** The newest code was sent. */
  sentAt: number;
  /** Another one was refused last; `0` when none was. */
  refusedAt: number;
}

/**
 * What the screen offers to someone who waits for a code.
 *
 * @param resendAfter - of the settings, in seconds
 */
export function codeHelpState(
  now: number,
  { sentAt, refusedAt }: CodeTimes,
  resendAfter: number,
): { secondsLeft: number; isLate: boolean } {
  const since = now - Math.max(sentAt, refusedAt);
  // A computer's clock may have been set back.
  const secondsLeft = Math.min(Math.max(Math.ceil(resendAfter - since / 1000), 0), resendAfter);
  return { secondsLeft, isLate: now - sentAt >= LATE_MS };
}
