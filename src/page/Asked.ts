import type { AskedScript } from './askScript.ts';

/** What the page's first script has asked for, while the rest of the page is still on its way. */
export interface Asked {
  clientSettings: AskedScript;
  /** What `askChallenge` returns. */
  challenge: Promise<unknown>;
}
