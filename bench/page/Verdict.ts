/** A target, and what came of it. */
export interface Verdict {
  name: string;
  /** Ours by theirs, or a figure of ours alone. */
  kind: 'ratio' | 'absolute';
  value: number;
  atMost: number;
  met: boolean;
}
