import type { ClientSettings } from '../ClientSettings.ts';
import type { PhoneNumbers } from '../phone/PhoneNumbers.ts';

/** What the page uses of `Auth0LockPasswordless`. */
export interface Lock {
  /** Lock's own number of it. */
  readonly id: string;
  on(event: LockEvent, listener: (payload?: unknown) => void): void;
  show(): void;
}

/** The events that the page listens to; Lock refuses to know any other than its own. */
export type LockEvent = 'unrecoverable_error';

/** `new Auth0LockPasswordless(clientID, domain, options)`. */
export type LockConstructor = new (clientID: string, domain: string, options: object) => Lock;

/** Lock, however it came into the page. */
export interface LoadedLock {
  Auth0LockPasswordless: LockConstructor;
  /** Gives Lock the client settings that the page has loaded, so that it need not ask for them again. */
  shareClientSettings(settings: ClientSettings): void;
  /** Gives Lock the answer to its first question, whether a captcha is required. */
  shareChallenge(challenge: Promise<unknown>): void;
  /** Calls back once Lock has its data, and can be shown without a loading pane. */
  whenSynced(lock: Lock, done: () => void): void;
  /** Selects a country for the phone number that the visitor has not touched; `null` where that can't be done. */
  suggestCountry: ((lock: Lock, from: string, to: string) => void) | null;
  /** What can be done on the screen where a code is typed; `null` where Lock only leads back from it. */
  codeScreen: CodeScreen | null;
  /** Has Lock read and write phone numbers by these; `null` where Lock has only its own way. */
  sharePhoneNumbers: ((numbers: PhoneNumbers) => void) | null;
  /** Has Lock send the number that was written, where its own way cannot be replaced. */
  sendNumber: ((container: HTMLElement, numbers: PhoneNumbers) => void) | null;
  /** Reads the number once more when another country is chosen. */
  followCountry: ((lock: Lock) => void) | null;
}

export interface CodeScreen {
  /**
   * Has another code sent, by the same Lock in the same login transaction. `waiting`: Lock waits for an answer
   * already, and nothing was done; `captcha`: each code costs one, which the first screen has.
   */
  sendAgain(lock: Lock): 'sending' | 'waiting' | 'captcha';
  /** Empties the field: the code in it is of no use any more. */
  emptyCode(lock: Lock): void;
}
