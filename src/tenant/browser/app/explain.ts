/** An error in words that say what to do. */
export interface Explanation {
  title: string;
  /** As the library or Auth0 says it. */
  error: string;
  /** Empty: nothing is known beyond what the error says. */
  why: string;
}

/** What each error of auth0-spa-js or Auth0 means for whoever tries this app. */
const KNOWN: Readonly<Record<string, string>> = {
  cancelled: 'The popup was closed before the login was done. Nothing is lost: log in again.',
  timeout: 'The login was not done within ten minutes.',
  popup_open: 'The browser has blocked the popup: allow it for this page, or log in by redirect.',
  login_required: 'Nobody is logged in, and the application did not want to ask.',
  access_denied: 'Auth0 knows who that is, and does not let them in.',
  missing_transaction:
    'This browser has not begun this login, or it has ended already: a callback works once.',
  state_mismatch: 'The answer belongs to another login than the one that was begun here.',
};

const REFUSED =
  "With connection set to a passwordless connection, /authorize expects a code that is already there, and never shows the login page. Ask for it with allowedConnections: ['sms'] instead, or with nothing: the page offers what the application has enabled.";
const NOT_VERIFIED = 'Whoever cannot verify an ID token must not believe it: its claims are not shown.';
const NO_ANSWER = 'The local tenant does not answer: has it been ended?';

/** Explains what auth0-spa-js or jose throws; unknown errors are shown as they are. */
export function explain(thrown: unknown): Explanation {
  const { error, error_description: description, message, code } = fields(thrown);
  const shown = [error, description ?? message].filter(Boolean).join(': ');
  if (shown.includes('no verification_code provided')) {
    return { title: 'Auth0 has refused the request', error: shown, why: REFUSED };
  }
  // All of jose's codes begin so.
  if (code?.startsWith('ERR_J') === true) {
    return { title: 'Signature not verified', error: `${code}: ${shown}`, why: NOT_VERIFIED };
  }
  const why = thrown instanceof TypeError ? NO_ANSWER : (KNOWN[error ?? ''] ?? '');
  return { title: 'Not logged in', error: shown, why };
}

function fields(thrown: unknown): {
  error?: string;
  error_description?: string;
  message?: string;
  code?: string;
} {
  return typeof thrown === 'object' && thrown !== null ? thrown : { message: String(thrown) };
}
