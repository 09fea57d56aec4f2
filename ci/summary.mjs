#!/usr/bin/env node
// What drift and doctor have found, as Markdown: ci/summary.mjs DRIFT.json DOCTOR.json
// To the summary page of the job, where GITHUB_STEP_SUMMARY names its file, else to the terminal.
import { appendFileSync, readFileSync } from 'node:fs';

const MARKS = { ok: '✅', warning: '⚠️', failed: '❌', unknown: '❔' };

const [driftFile, doctorFile] = process.argv.slice(2);
const page = process.env.GITHUB_STEP_SUMMARY ?? '';
const text = `${driftText(read(driftFile))}\n\n${doctorText(read(doctorFile))}\n`;
if (page === '') process.stdout.write(text);
else appendFileSync(page, text);

/** The JSON of a file; `null` where a command that could not do its work has left none. */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function driftText(result) {
  if (result === null) return '## Drift\n\n❌ The live pages could not be compared; the log says why.';
  const title = result.drift ? '❌ A live page is not the one that this commit builds.' : '✅ No drift.';
  const rows = result.pages.map(({ drift, domain, application, page: name, live, difference }) => {
    const parts = Object.entries(difference ?? {}).filter(([, it]) => it !== 'the same');
    const state = drift
      ? parts.map(([part, it]) => `${part}: ${it}`).join('; ') || 'another page'
      : 'the same';
    const on = live.on ? '' : ' (off)';
    return [
      drift ? '❌' : '✅',
      domain,
      application ?? "the tenant's page",
      name ?? '',
      live.origin + on,
      state,
    ];
  });
  return `## Drift\n\n${title}\n\n${table(['', 'Tenant', 'Application', 'Page', 'Live', 'Difference'], rows)}`;
}

function doctorText(result) {
  if (result === null) return '## Doctor\n\n❌ The tenant could not be examined; the log says why.';
  const { domain, summary, results } = result;
  const counts = Object.entries(summary).map(([name, count]) => `${MARKS[name]} ${count} ${name}`);
  const rows = results
    .filter(({ result }) => result !== 'ok')
    .map(({ id, subject, result, reason, fix }) => [
      MARKS[result],
      id,
      subject ?? '',
      reason,
      fix?.dashboard ?? '',
      fix?.command ?? '',
    ]);
  const head = `## Doctor: ${plain(domain)}\n\n${counts.join(', ')}`;
  return rows.length === 0
    ? head
    : `${head}\n\n${table(['', 'Check', 'Of', 'Reason', 'In the dashboard', 'Command'], rows)}`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [head, head.map(() => '---'), ...rows.map((cells) => cells.map(plain))].map(line).join('\n');
}

/** Text as it is, whatever it holds: names come from a tenant, and could be Markdown, HTML or a table's end. */
function plain(text) {
  const line = String(text).replace(/[\s\p{Cc}]+/gu, ' ');
  // A terminal shows no Markdown.
  if (page === '') return line;
  return line.replace(/[!-/:-@[-`{-~]/g, (it) => `&#${it.charCodeAt(0)};`);
}
