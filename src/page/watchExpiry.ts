/** A login transaction lives at most an hour: https://auth0.com/docs/customize/login-pages/classic-login. */
const LIFETIME_MS = 60 * 60 * 1000;

/**
 * Calls `onExpired` once the login transaction can no longer be finished. By the clock, since timers stand
 * still while a computer sleeps.
 */
export function watchExpiry(onExpired: () => void): void {
  const end = Date.now() + LIFETIME_MS;
  const look = () => {
    if (Date.now() < end) return;
    document.removeEventListener('visibilitychange', look);
    onExpired();
  };
  document.addEventListener('visibilitychange', look);
  setTimeout(look, LIFETIME_MS);
}
