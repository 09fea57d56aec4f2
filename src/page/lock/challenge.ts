import exported from 'auth0-lock/lib/core/web_api';

type Callback = (error: unknown, challenge?: unknown) => void;

/**
 * Answers Lock's first question, whether the visitor must solve a captcha, with what the page has asked for
 * already. A second Lock is answered the same where no captcha is required, and else gets one of its own.
 * What Lock asks later, after a failed try say, goes to Auth0.
 *
 * Lock also asks for the classic engine's challenge, which it needs only to tell somebody who has left out
 * the captcha (auth0-lock 14.3.0, `src/connection/captcha.js`): it gets the same answer.
 */
export function shareChallenge(asked: Promise<unknown>): void {
  // CommonJS as Lock is published, an ES module by the cut `esModules`.
  const webApi = 'default' in exported ? exported.default : exported;
  const ask = webApi.getPasswordlessChallenge.bind(webApi);
  const known = new Set<string>();
  webApi.getPasswordlessChallenge = (id: string, callback: Callback) => {
    const isFirst = known.size === 0;
    if (known.has(id)) return ask(id, callback);
    known.add(id);
    void asked.then((challenge) => {
      if (isFirst || !isRequired(challenge)) callback(null, challenge);
      else ask(id, callback);
    });
  };
  webApi.getChallenge = (_id: string, callback: Callback) =>
    void asked.then((challenge) => callback(null, challenge ?? { required: false }));
}

function isRequired(challenge: unknown): boolean {
  return (
    typeof challenge === 'object' && challenge !== null && 'required' in challenge && !!challenge.required
  );
}
