/** What is measured of one visit; milliseconds are from the start of the navigation. */
export interface Measures {
  /** Until there is an input that a visitor can use. */
  usableMs: number;
  /** Until something is painted: first contentful paint. */
  fcpMs: number;
  /** Over the wire, compressed, headers included. */
  bytes: number;
  /** Sent before the usable input, the page itself included, those answered by a cache left out. */
  requests: number;
  /** Of all layout shifts that no input of the visitor explains. */
  layoutShift: number;
  longTasks: number;
  longTasksMs: number;
  longestTaskMs: number;
}
