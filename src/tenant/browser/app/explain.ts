/** An error in words that say what to do. */
export interface Explanation {
  title: string;
  /** As the library or Auth0 says it. */
  error: string;
  why: string;
}

/** Explains what auth0-spa-js throws; unknown errors are shown as they are. */
export function explain(thrown: unknown): Explanation {
  const { error, error_description: description, message } = fields(thrown);
  const shown = [error, description ?? message].filter(Boolean).join(': ');
  if (/no verification_code provided/.test(shown)) {
    return {
      title: 'Auth0 has refused the request',
      error: shown,
      why: "With connection set to a passwordless connection, /authorize expects a code that is already there, and never shows the login page. Ask for it with allowedConnections: ['sms'] instead, or with nothing: the page offers what the application has enabled.",
    };
  }
  const known: Readonly<Record<string, string>> = {
    cancelled: 'The popup was closed before the login was done. Nothing is lost: log in again.',
    timeout: 'The popup took longer than a minute.',
    popup_open: 'The browser has blocked the popup: allow it for this page, or log in by redirect.',
    login_required: 'Nobody is logged in, and the application did not want to ask.',
    missing_transaction:
      'This browser has not begun this login, or it has ended already: a callback works once.',
  };
  return { title: 'Not logged in', error: shown, why: known[error ?? ''] ?? '' };
}

function fields(thrown: unknown): { error?: string; error_description?: string; message?: string } {
  return typeof thrown === 'object' && thrown !== null ? thrown : { message: String(thrown) };
}
