import type { LoggedRequest } from './LoggedRequest.ts';
import type { Measures } from './Measures.ts';
import type { Seen } from './Seen.ts';

/**
 * The figures of a visit.
 *
 * @throws Error when the page was never painted, which cannot be when its input could be used
 */
export function toMeasures(seen: Seen, requests: readonly LoggedRequest[]): Measures {
  if (seen.fcpMs === null) throw new Error('The browser told no first contentful paint.');
  const times = seen.longTasks.map(({ ms }) => ms);
  return {
    usableMs: seen.usableMs,
    fcpMs: seen.fcpMs,
    bytes: sum(requests.map(({ bytes }) => bytes)),
    requests: requests.filter((it) => isOfPage(it) && it.startMs < seen.usableMs).length,
    layoutShift: seen.layoutShift,
    longTasks: times.length,
    longTasksMs: sum(times),
    longestTaskMs: Math.max(0, ...times),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The icon is asked for by the browser itself, once the page is there, whatever the page is. */
const isOfPage = ({ url, cached }: LoggedRequest): boolean => !cached && !url.endsWith('/favicon.ico');
