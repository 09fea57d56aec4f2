/** Whose page is live. */
export type Origin =
  /** None was ever set. */
  | { kind: 'none' }
  /** A build that is known by its hash: `what` says which. */
  | { kind: 'known'; what: string }
  /** Made by this project; `isWhole`: as it was built, by its seal. */
  | { kind: 'ours'; isWhole: boolean }
  | { kind: 'foreign' };

/** As it is told. */
export function originText(origin: Origin): string {
  switch (origin.kind) {
    case 'none':
      return 'none was ever set';
    case 'known':
      return `ours: ${origin.what}`;
    case 'ours':
      return origin.isWhole ? 'one of ours, of another build' : 'one of ours, changed since it was built';
    case 'foreign':
      return "someone else's page";
  }
}
