/** What a rule has to say about a page. */
export interface Finding {
  /** Code of the rule, such as `marker`. */
  rule: string;
  /** An error keeps the page from being written; a warning is only shown. */
  severity: 'error' | 'warning';
  /** What is wrong, with the place or the value. */
  what: string;
  /** What to do about it. */
  fix: string;
}
