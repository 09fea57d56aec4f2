import { Failure } from './Failure.ts';
import { keepFocus } from './keepFocus.ts';
import type { LoadedLock, Lock } from './lock/Lock.ts';

/** What can be filled in; Lock's list of countries opens with a button that is an `<input>`. */
const FIELD = 'input:not([type=hidden]):not([type=button])';
/** What can be chosen where there is no field, and what can be read where there is no choice. */
const CHOICE = '.auth0-lock-social-button, .auth0-lock-last-login-pane';
const NEWS = '.auth0-lock-confirmation-content p';
/** How long a visitor waits for a form before the page says that something is slow, with a way on. */
const PATIENCE_MS = 10_000;

/** What a `LockPanel` is made from. */
export interface LockPanelInput {
  loaded: LoadedLock;
  clientID: string;
  domain: string;
  options: Record<string, unknown>;
  /** An empty element that is in the document and laid out: Lock measures itself when it appears. */
  element: HTMLElement;
  /** Called when `state` has changed. */
  onChange: () => void;
}

/**
 * One Lock in an element of ours. A panel that is hidden keeps its Lock: what was typed, a code that was
 * asked for, an error that was shown are all there when the visitor comes back to it.
 */
export class LockPanel {
  /** A form that can be filled in, one that is awaited, or why there is none. */
  state: 'loading' | 'ready' | Failure = 'loading';
  /** Absent when Lock could not be built. */
  readonly lock: Lock | undefined;
  readonly element: HTMLElement;

  constructor({ loaded, clientID, domain, options, element, onChange }: LockPanelInput) {
    this.element = element;
    const become = (state: LockPanel['state']) => {
      // A slow form may come after all; one that is there, or is known never to come, stays so.
      if (this.state !== 'loading' && !(this.state instanceof Failure && this.state.code === 'slow')) return;
      this.state = state;
      onChange();
    };
    whenReady(element, () => become('ready'));
    setTimeout(() => {
      if (this.state === 'loading')
        become(new Failure('slow', `Lock shows no form after ${PATIENCE_MS} ms.`));
    }, PATIENCE_MS);
    const field = () => this.target();
    keepFocus(element, field, () => this.focus());
    try {
      const lock = new loaded.Auth0LockPasswordless(clientID, domain, options);
      this.lock = lock;
      // Without a listener, Lock throws this one into nowhere.
      lock.on('unrecoverable_error', (error) => become(lockFailure(error)));
      loaded.whenSynced(lock, () => lock.show());
    } catch (error) {
      this.state = new Failure('unexpected', `Lock: ${String(error)}`);
    }
  }

  /** Shows or hides the panel, Lock untouched. */
  set visible(visible: boolean) {
    this.element.hidden = !visible;
  }

  /**
   * Moves the focus to the field that the visitor is to fill in. While Lock slides it in, it cannot take
   * the focus: it is tried again for two seconds, unless the visitor has moved it meanwhile.
   */
  focus(): void {
    const from = document.activeElement;
    let frames = 120;
    const attempt = () => {
      const target = this.target();
      if (target === from || document.activeElement !== from || frames-- === 0) return;
      // Lock's own call of it may be held back (`lateFocus.ts`), this one may not.
      if (target !== undefined) HTMLElement.prototype.focus.call(target, { preventScroll: true });
      // Done: who comes back to where they were is not sent away again.
      if (document.activeElement === target) return;
      requestAnimationFrame(attempt);
    };
    attempt();
  }

  private target(): HTMLElement | undefined {
    const first = (selector: string) =>
      [...this.element.querySelectorAll<HTMLElement>(selector)].find((it) => it.closest('[hidden]') === null);
    const news = first(NEWS);
    if (news !== undefined) news.tabIndex = -1;
    return first(FIELD) ?? first(CHOICE) ?? news;
  }
}

function lockFailure(error: unknown): Failure {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const detail = `Lock: ${typeof message === 'string' ? message : String(error)}`;
  if (code === 'no_connection') return new Failure('no_connection', detail);
  return new Failure(code === 'sync' ? 'unreachable' : 'unexpected', detail);
}

/** Lock has an event for most of its first screens, but not for all ("last time you logged in with"). */
function whenReady(element: HTMLElement, onReady: () => void): void {
  const observer = new MutationObserver(() => {
    const isForm = element.querySelector('.auth0-lock-form') !== null;
    if (!isForm || element.querySelector('.auth0-loading-screen, .auth0-lock-error-pane') !== null) return;
    observer.disconnect();
    onReady();
  });
  observer.observe(element, { childList: true, subtree: true });
}
