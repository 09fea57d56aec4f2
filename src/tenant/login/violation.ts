import { isPlainObject } from '../../settings/isPlainObject.ts';

/** Longer than any directive or host. */
const LONGEST = 200;

/**
 * What a browser reports of a Content Security Policy, in a line: `script-src-elem stops
 * https://stats.example.com/s.js`.
 *
 * @param body - of the request, `application/csp-report`
 * @param isOnlyTried - whether nothing holds the page to the policy. The report cannot tell: a policy that holds is
 *   sent as a report-only one too, since one in a `<meta>` reports nothing.
 * @returns `null` where it is no report
 */
export function violation(body: string, isOnlyTried: boolean): string | null {
  const report = readReport(body);
  const directive = report?.['effective-directive'] ?? report?.['violated-directive'];
  if (report === null || typeof directive !== 'string') return null;
  const what = [report['blocked-uri'], 'something'].find((it) => typeof it === 'string' && it !== '');
  return line(`${directive} ${isOnlyTried ? 'would stop' : 'stops'} ${String(what)}`);
}

function readReport(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    const report = isPlainObject(value) ? value['csp-report'] : null;
    return isPlainObject(report) ? report : null;
  } catch {
    return null;
  }
}

/** It goes to a terminal, and whoever reaches the tenant can send anything. */
function line(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, ' ').slice(0, LONGEST);
}
