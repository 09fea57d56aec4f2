/** What a page tells of itself, from within; milliseconds are from the start of the navigation. */
export interface Seen {
  usableMs: number;
  /** `null` when nothing was painted, which is a failure of the measuring. */
  fcpMs: number | null;
  layoutShift: number;
  longTasks: { startMs: number; ms: number }[];
}
