import { parseArgs } from 'node:util';

/** What a run is asked for. */
export interface Options {
  /** Counted visits of each kind. */
  runs: number;
  /** Whether one visit of each page is shown in detail instead, and nothing is written. */
  timeline: boolean;
}

const FEWEST_RUNS = 7;

/** @throws Error for an option that is not there, and for too few runs to trust a median */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      runs: { type: 'string', default: `${FEWEST_RUNS}` },
      timeline: { type: 'boolean', default: false },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < FEWEST_RUNS) {
    throw new Error(`--runs needs a whole number from ${FEWEST_RUNS} on, and is ${values.runs}.`);
  }
  return { runs, timeline: values.timeline };
}
