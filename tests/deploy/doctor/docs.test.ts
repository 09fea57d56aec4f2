import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { known } from '../../../src/deploy/doctor/Answer.ts';
import { advisories } from '../../../src/deploy/doctor/advisories.ts';
import { checks } from '../../../src/deploy/doctor/checks.ts';
import { compareVersions } from '../../../src/deploy/doctor/compareVersions.ts';
import { diagnose } from '../../../src/deploy/doctor/diagnose.ts';
import { showDiagnosis } from '../../../src/deploy/doctor/report/showDiagnosis.ts';
import { toJson } from '../../../src/deploy/doctor/report/toJson.ts';
import { root } from '../../support/paths.ts';
import { email, healthyFacts, page, provider, sms } from './healthyFacts.ts';

const doc = readFileSync(join(root, 'docs', 'doctor.md'), 'utf8');

/** The tenant of the example: an older page, and a token that was never filled in. */
const example = healthyFacts({
  pages: known([page({ sha256: 'other' })]),
  connections: known([sms({ sms: provider({ token: 'placeholder' }) }), email()]),
  customDomains: {
    known: false,
    reason: 'The credentials lack the scope read:custom_domains.',
    scope: 'read:custom_domains',
  },
  twilio: null,
});

const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(doc)?.[1] ?? '';

it('docs/doctor.md has a row for each check, in order, and no other', () => {
  const rows = checks.map(({ id, right, scopes }) => {
    const reads = scopes.map((scope) => `\`${scope}\``).join(', ');
    return `| \`${id}\` | ${right} | ${reads === '' ? 'none' : reads} |`;
  });
  expect(doc.match(/^\| `[a-z-]+` \| .* \| (?:`read:.*|none) \|$/gm)).toEqual(rows);
});

it('docs/doctor.md shows what the command prints', () => {
  expect(block('text')).toBe(`${showDiagnosis(diagnose(example))}\n`);
});

it('docs/doctor.md shows the JSON that the command prints', () => {
  const shown = JSON.parse(block('json')) as { summary: object; results: object[] };
  const printed = JSON.parse(toJson(diagnose(example))) as typeof shown;
  // Of the results, one.
  expect(shown.results).toHaveLength(1);
  expect(printed).toMatchObject({ ...shown, results: expect.arrayContaining(shown.results) });
  const keys = (it: object) => Object.keys(it).sort();
  expect(keys(shown)).toEqual(keys(printed));
  for (const result of printed.results) expect(keys(result)).toEqual(keys(shown.results[0] ?? {}));
});

it('docs/doctor.md names each advisory', () => {
  const rows = advisories.map(
    ({ id, package: name, from, fixed }) => `| ${id} | \`${name}\` | ${from} | ${fixed} |`,
  );
  for (const row of rows) expect(doc).toContain(row);
  for (const { id, ghsa, from, fixed } of advisories) {
    expect(id).toMatch(/^CVE-\d{4}-\d+$/);
    expect(ghsa).toMatch(/^GHSA(-[a-z0-9]{4}){3}$/);
    expect(compareVersions(from, fixed)).toBeLessThan(0);
  }
});
