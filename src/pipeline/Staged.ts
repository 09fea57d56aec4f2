/** Something that has been written beside its place, and is to replace what stands there. */
export interface Staged {
  /** Puts it into its place, and keeps what stood there. */
  replace(): Promise<void>;
  /** Undoes `replace`, also when it has come only half-way. */
  putBack(): Promise<void>;
  /** Removes what is temporary; never fails. */
  discard(): Promise<void>;
}
