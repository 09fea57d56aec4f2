import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Place } from '../templatePlaces.ts';

/** A `<script>` of the page, as a browser reads it. */
export interface ScriptElement {
  id: string | undefined;
  /** The `type` attribute; empty for a classic script. */
  type: string;
  /** Absent for an inline script. */
  src: string | undefined;
  integrity: string | undefined;
  text: string;
}

/** What the build put into the page, against which it is read back. */
export interface Expectation {
  /** Each inline `<script>` in order, data blocks too, and whether a browser is to run it. */
  inlineScripts: readonly { text: string; runs: boolean }[];
  /** The script that may be loaded from elsewhere without integrity: the CDN that the settings chose. */
  lockScript: string | null;
  /** The Content Security Policy that holds in the page; `null` for none, or one that is only tried. */
  policy: string | null;
  /** The settings' colour of the button; `null` where they leave it open. */
  primaryColor: string | null;
  /** Where a place of the page comes from, lines and columns from 1; `null` where that is not known. */
  templatePlace?: (line: number, column: number) => Place | null;
  /** In bytes. */
  budget: { gzip: number; apiBody: number };
  /** What takes the most bytes, most first, for a message about a budget. */
  contributors: readonly { name: string; bytes: number }[];
}

/** A finished page, as the rules see it. */
export interface InspectedPage {
  html: string;
  /** The same without the text of scripts and styles, which are most of it; lines are where they were. */
  markup: string;
  /** Its elements know where they are. */
  document: DefaultTreeAdapterTypes.Document;
  scripts: readonly ScriptElement[];
  gzipBytes: number;
  apiBodyBytes: number;
  /** Absent for a page that was not built here. */
  expected?: Expectation;
}
