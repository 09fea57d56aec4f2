const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** Shows each time in the visitor's own time zone, and how long ago that was. */
export function showTimes(root: ParentNode, now: number): void {
  for (const time of root.querySelectorAll('time')) {
    const at = new Date(time.dateTime);
    time.textContent = `${ago(at.getTime(), now)}, ${at.toLocaleString()}`;
  }
}

function ago(at: number, now: number): string {
  const passed = now - at;
  const [unit, length] = UNITS.find(([, milliseconds]) => passed >= milliseconds) ?? ['second', 1_000];
  // A tenant whose clock a test has moved is ahead of the browser's.
  if (passed < 10_000) return 'just now';
  return relative.format(-Math.floor(passed / length), unit);
}
