import type { Scenario } from './Scenario.ts';

/** What a visitor does on the page, one thing after the other, up to the state that a scenario shows. */
export type Step =
  /** Gives a phone number, and asks for the code. */
  | 'ask-by-phone'
  /** Gives an address, and asks for the code or the link. */
  | 'ask-by-email'
  | 'enter-wrong-code'
  | 'enter-right-code'
  | 'enter-no-code'
  /** Asks for another code. */
  | 'send-again'
  /** By the clock, not in fact. */
  | 'wait-a-minute'
  | 'switch-method';

/** A scenario of the gallery. */
export interface NamedScenario extends Scenario {
  /** Part of its address and of its picture's file name: lower-case letters, digits and hyphens. */
  name: string;
  title: string;
  /** What to look at, in a sentence or two. */
  about: string;
  group: 'What is offered' | 'How it looks' | 'What the tenant asks' | 'What goes wrong';
  /** Name of the application, as the page may show it. Default: `Sample app`. */
  application?: string;
  /** What leads to the state that it shows; without it, that is what the page opens with. */
  steps?: readonly Step[];
  /**
   * What is there in place of a form: a failure, a page that never runs, one that is still waiting, or the
   * page after the login. Default: a form.
   */
  ends?: 'failure' | 'static' | 'busy' | 'elsewhere';
}
