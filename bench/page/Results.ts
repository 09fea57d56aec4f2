import type { Medians } from './measureAll.ts';
import type { PageName } from './PageName.ts';
import type { Verdict } from './Verdict.ts';

/** The size of a page, however it is delivered. */
export interface Size {
  /** Of the HTML and, where Lock is not in it, of Lock's script. */
  gzipBytes: number;
  /** Of the Management API request that carries the HTML. */
  apiBodyBytes: number;
}

/** What `results.json` holds: nothing of it names the machine or the day. */
export interface Results {
  chromium: string;
  auth0Lock: string;
  cores: number;
  runs: number;
  size: Readonly<Record<PageName, Size>>;
  medians: Medians;
  targets: readonly Verdict[];
}
