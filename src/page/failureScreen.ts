import { emit } from './events/emit.ts';
import { Failure } from './Failure.ts';
import type { FailureCode, Words } from './PageData.ts';
import type { PageElements } from './pageElements.ts';

/** The words of last resort, for when not even the page settings can be read. */
const LAST_RESORT = 'Something went wrong. Please try again.';

/** Shows the visitor what happened and a way on; there is one screen, and the newest failure is on it. */
export class FailureScreen {
  private readonly elements: PageElements;
  private words: Words | null = null;

  constructor(elements: PageElements) {
    this.elements = elements;
    elements.tryAgain.addEventListener('click', () => window.location.reload());
  }

  /** The words to use from now on. */
  speak(words: Words): void {
    this.words = words;
  }

  /** Shows the failure; the detail goes to the console, for the developer. */
  show(error: unknown): void {
    this.say(error, this.words?.failureTitle);
  }

  /** Shows a failure that came after the code was right: the visitor may be in the application already. */
  showAccepted(error: unknown): void {
    this.say(error, this.words?.accepted.title, this.words?.accepted.note);
  }

  private say(error: unknown, title = '', note = ''): void {
    const code: FailureCode = error instanceof Failure ? error.code : 'unexpected';
    console.error(`Login page: ${code}.`, error);
    const { root, failure, failureText } = this.elements;
    const titleElement = failure.querySelector('[data-word=failureTitle]');
    if (titleElement !== null && title !== '') titleElement.textContent = title;
    failureText.textContent = `${this.words?.failure[code] ?? LAST_RESORT} ${note}`.trim();
    root.dataset['state'] = 'failed';
    root.dataset['failure'] = code;
    failure.hidden = false;
    // The form, and the focus with it, is gone.
    failure.tabIndex = -1;
    failure.focus({ preventScroll: true });
    emit('loginpage:failure', { code });
  }

  /** Takes the screen away again, for a form that came late after all. */
  hide(): void {
    this.elements.failure.hidden = true;
    delete this.elements.root.dataset['failure'];
  }
}
