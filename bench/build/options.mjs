import { parseArgs } from 'node:util';

const FEWEST_RUNS = 7;

/** @throws Error for an option that is not there, and for too few runs to trust a median */
export function readOptions(argv) {
  const { values } = parseArgs({
    args: argv,
    options: { runs: { type: 'string', default: `${FEWEST_RUNS}` } },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < FEWEST_RUNS) {
    throw new Error(`--runs needs a whole number from ${FEWEST_RUNS} on, and is ${values.runs}.`);
  }
  return { runs };
}
