import { ownValue } from '../ownValue.ts';
import type { Method } from '../PageData.ts';
import { tenantRequests } from '../tenantRequests.ts';
import { clarifyAnswer } from './clarifyAnswer.ts';
import { emit } from './emit.ts';

/** What a visitor asks of Auth0; the last one where the page is on another host than the tenant's. */
const STEPS: Readonly<Record<string, 'send' | 'verify'>> = {
  '/passwordless/start': 'send',
  '/passwordless/verify': 'verify',
  '/co/authenticate': 'verify',
};

/** What `watchAnswers` needs to know of the page. */
export interface WatchedPage {
  /** `hosted.auth0Domain` */
  domain: string;
  emailMethod: 'code' | 'link';
  /** The method whose form is in view. */
  shown: () => Method | null;
}

/**
 * Tells of codes that are sent, accepted and refused. From Auth0's answers and not from Lock, which has no event
 * for a code that is sent, nor for an email that is not, and of which the CDN's knows nothing of us; Lock in turn is
 * shown what they mean.
 */
export function watchAnswers({ domain, emailMethod, shown }: WatchedPage): void {
  tenantRequests(domain, (request, path) => {
    const step = ownValue(STEPS, path);
    // Of the form that it is asked from: the visitor may have changed before the answer.
    const method = shown();
    if (step === undefined || method === null) return;
    const codeOf = clarifyAnswer(request, step, window.location.host === domain);
    let isAborted = false;
    request.addEventListener('abort', () => {
      isAborted = true;
    });
    // After Lock, which listens before: what the page shows is as new as the event.
    request.addEventListener('loadend', () => {
      if (isAborted) return;
      const code = codeOf();
      if (code !== null) {
        emit('loginpage:error', { method, step, code });
      } else if (step === 'send') {
        emit('loginpage:code-sent', { method, as: method === 'email' ? emailMethod : 'code' });
      } else {
        emit('loginpage:code-accepted', { method });
      }
    });
  });
}
