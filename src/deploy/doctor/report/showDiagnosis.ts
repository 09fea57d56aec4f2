import type { Area } from '../Check.ts';
import { checks } from '../checks.ts';
import type { Diagnosis } from '../Diagnosis.ts';
import type { Result } from '../Outcome.ts';
import { type Merged, mergeAlike } from './mergeAlike.ts';
import { wrap } from './wrap.ts';

const MARKS: Readonly<Record<Result, string>> = { ok: '✓', warning: '!', failed: '✗', unknown: '?' };

const TITLES: Readonly<Record<Area, string>> = {
  page: 'Page',
  login: 'Login',
  connections: 'Connections',
  applications: 'Applications',
  security: 'Security',
  libraries: 'Libraries',
  twilio: 'Twilio',
};

/** The widest id and what stands before and behind it. */
const INDENT = Math.max(...checks.map(({ id }) => id.length)) + 6;
const WIDTH = 110;
const MOST_SUBJECTS = 3;

/** A diagnosis for a terminal: by area, a mark for each result, and what to do about what is not well. */
export function showDiagnosis(diagnosis: Diagnosis): string {
  const { domain, applications, findings } = diagnosis;
  const areas = [...new Set(findings.map(({ area }) => area))];
  const blocks = areas.map((area) => {
    const lines = mergeAlike(findings.filter((it) => it.area === area)).flatMap(show);
    return `${TITLES[area]}\n${lines.join('\n')}`;
  });
  return [`${domain}: ${whose(applications)}`, ...blocks, summary(diagnosis)].join('\n\n');
}

function whose(applications: Diagnosis['applications']): string {
  if (applications === null) return 'which applications log in without a password could not be looked up';
  if (applications.length === 0) return 'no application has a passwordless connection enabled';
  return some(applications.map(({ name }) => name));
}

function show({ id, result, reason, subjects, fix }: Merged): string[] {
  const text = subjects.length === 0 ? reason : `${some(subjects)}: ${lowerFirst(reason)}`;
  const [first = '', ...others] = wrap(text, WIDTH - INDENT);
  const lines = [`  ${MARKS[result]} ${id.padEnd(INDENT - 6)}  ${first}`, ...others.map(indented)];
  if (fix === null) return lines;
  const [where = '', ...more] = wrap(fix.dashboard, WIDTH - INDENT - 3);
  return [
    ...lines,
    indented(`-> ${where}`),
    ...more.map((line) => indented(`   ${line}`)),
    // Whole, so that it can be copied.
    indented(` $ ${fix.command}`),
    ...(fix.note === undefined
      ? []
      : wrap(fix.note, WIDTH - INDENT - 3).map((line) => indented(`   ${line}`))),
  ];
}

const indented = (line: string): string => `${' '.repeat(INDENT)}${line}`;

/** After a colon; a name keeps its capital. */
const lowerFirst = (text: string): string =>
  text.replace(/^(?:It|Its|There|The|No|Only|Which)\b/, (word) => word.toLowerCase());

function some(names: readonly string[]): string {
  const more = names.length - MOST_SUBJECTS;
  return names.slice(0, MOST_SUBJECTS).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function summary({ summary: { ok, warning, failed, unknown } }: Diagnosis): string {
  const parts = [
    `${MARKS.ok} ${ok} ok`,
    `${MARKS.warning} ${warning} ${warning === 1 ? 'warning' : 'warnings'}`,
    `${MARKS.failed} ${failed} failed`,
    `${MARKS.unknown} ${unknown} unknown`,
  ];
  return parts.join('   ');
}
