/** Says on a terminal how far a run is, on one line that is written over; elsewhere it says nothing. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
