import type { BrowserContext } from 'playwright-core';
import type { PageName } from './PageName.ts';
import type { Profile } from './Profile.ts';
import type { Visit } from './Visit.ts';

/** Servers and a browser, ready for visits. */
export interface Stage {
  /** Of Chromium. */
  version: string;
  /** A browser that has never been anywhere. */
  newContext(profile: Profile): Promise<BrowserContext>;
  /** One visit to a page, by connections of its own. */
  visit(page: PageName, context: BrowserContext, profile: Profile): Promise<Visit>;
}
