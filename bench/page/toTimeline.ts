import type { Visit } from './Visit.ts';

/** One visit, in the order in which things began; milliseconds from the request of the page. */
export function toTimeline({ measures, seen, requests }: Visit): string {
  const events = [
    ...requests.map(({ startMs, firstByteMs, endMs, bytes, method, url, cached, status }) => ({
      at: startMs,
      text: `${method} ${shorten(url)}: ${cached ? 'cached' : (status ?? 'no answer')}, first byte ${ms(earlier(firstByteMs, endMs))}, end ${ms(endMs)}, ${bytes.toLocaleString('en')} bytes`,
    })),
    ...seen.longTasks.map((task) => ({
      at: task.startMs,
      text: `long task of ${Math.round(task.ms)} ms, to ${ms(task.startMs + task.ms)}`,
    })),
    { at: measures.fcpMs, text: 'first contentful paint' },
    { at: measures.usableMs, text: 'the input can be used' },
  ];
  return events
    .sort((a, b) => a.at - b.at)
    .map(({ at, text }) => `${ms(at).padStart(6)}  ${text}\n`)
    .join('');
}

const ms = (time: number | null): string => (time === null ? 'never' : String(Math.round(time)));

/** Without the query, which is long and says nothing here. */
const shorten = (url: string): string => url.replace(/^https:\/\//, '').replace(/\?.*$/, '');

const earlier = (time: number | null, other: number | null): number | null =>
  time === null || other === null ? time : Math.min(time, other);
