/** The middle of the numbers: one run that the machine was busy in does not move it. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** What is told of a series of times. */
export function summarize(times) {
  return { median: median(times), min: Math.min(...times), max: Math.max(...times) };
}
