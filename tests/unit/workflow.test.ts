import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../support/paths.ts';
import { readWorkflow, type Workflow } from '../support/readWorkflow.ts';

interface Step {
  uses?: string;
  run?: string;
  if?: string;
  with?: Readonly<Record<string, string>>;
  env?: Readonly<Record<string, string>>;
}
interface Job {
  needs?: string;
  if?: string;
  environment?: string;
  permissions?: Readonly<Record<string, string>>;
  'runs-on': string;
  'timeout-minutes'?: string;
  env?: Readonly<Record<string, string>>;
  concurrency?: Readonly<Record<string, string>>;
  steps: readonly Step[];
}

const text = readFileSync(join(root, '.github', 'workflows', 'login-page.yml'), 'utf8');
let workflow: Workflow;
let top: { on: object; permissions: object; env?: object; jobs: Readonly<Record<string, Job>> };

beforeAll(async () => {
  workflow = await readWorkflow(text);
  // What the parser has found no fault with has this shape.
  top = workflow.value as unknown as typeof top;
});

const steps = () => Object.values(top.jobs).flatMap((job) => job.steps);
const job = (name: string): Job => top.jobs[name] ?? expect.fail(`there is no job ${name}`);
const runsOf = (name: string) => job(name).steps.flatMap(({ run }) => run ?? []);

describe('the workflow', () => {
  it('has no fault that GitHub’s parser knows', () => {
    expect(workflow.errors).toEqual([]);
  });

  it.each([
    ['an unknown key', 'timeout-minutes', 'timeout-minuts'],
    ['an unknown permission', 'contents: read', 'content: read'],
    ['a permission that there is not', 'id-token: write', 'id-token: wirte'],
    ['an unknown context', 'github.event_name', 'githb.event_name'],
    ['an unknown function', 'startsWith(', 'beginsWith('],
    ['an open expression', 'github.run_attempt }}', 'github.run_attempt'],
    ['secrets where there are none', "github.event_name == 'push' }}", "secrets.A == 'push' }}"],
    ['a job that needs another', 'needs: build', 'needs: built'],
    ['a malformed time', "cron: '23 3 * * *'", "cron: '23 3 * *'"],
  ])('would be found to have %s', async (_, right, wrong) => {
    expect(text).toContain(right);
    expect((await readWorkflow(text.replaceAll(right, wrong))).errors).not.toEqual([]);
  });

  it('pins each action to one commit, and says its version', () => {
    const lines = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(lines).toHaveLength(steps().filter(({ uses }) => uses !== undefined).length);
    for (const line of lines)
      expect(line).toMatch(/^ +- uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const pins = new Set(lines.map((line) => line.trim()));
    expect(new Set([...pins].map((pin) => pin.split('@')[0])).size).toBe(pins.size);
  });

  it('runs scripts of ci/ alone, without an argument or an expression', () => {
    const runs = steps().flatMap(({ run }) => run ?? []);
    expect(runs.length).toBeGreaterThan(10);
    for (const run of runs) {
      expect(run).toMatch(/^ci\/[a-z-]+(?:\.mjs)?$/);
      expect({ run, mode: statSync(join(root, run)).mode & 0o111 }).toEqual({ run, mode: 0o111 });
    }
  });

  it('leaves no script of ci/ without use', () => {
    const run = new Set(steps().flatMap((it) => it.run ?? []));
    const unused = readdirSync(join(root, 'ci'))
      .map((name) => `ci/${name}`)
      .filter((it) => !run.has(it));
    // What ci/nightly runs.
    expect(unused).toEqual(['ci/summary.mjs']);
  });

  it('does what .ci/run does, in the same order, but for the project’s own tests', () => {
    const run = readFileSync(join(root, '.ci', 'run'), 'utf8');
    const called = [...run.matchAll(/^(?:TEST_REPORT="\S+" )?step (.+)$/gm)].map((it) => it[1]);
    expect(called).toEqual([...runsOf('build'), 'npm test']);
  });

  it('asks for the least permissions', () => {
    expect(top.permissions).toEqual({});
    expect(Object.fromEntries(Object.entries(top.jobs).map(([name, it]) => [name, it.permissions]))).toEqual({
      build: { contents: 'read' },
      attest: { contents: 'read', 'id-token': 'write', attestations: 'write' },
      deploy: { contents: 'read', attestations: 'read' },
      nightly: { contents: 'read' },
    });
  });

  it('installs nothing in the job that signs', () => {
    expect(runsOf('attest')).toEqual(['ci/verify-artifact.mjs']);
  });

  it('keeps secrets to the steps that need them, in jobs of an environment', () => {
    const secret = (name: string) => `\${{ secrets.${name} }}`;
    const credentials = Object.fromEntries(
      ['AUTH0_DOMAIN', 'AUTH0_CLIENT_ID', 'AUTH0_CLIENT_SECRET'].map((name) => [name, secret(name)]),
    );
    const holders = Object.entries(top.jobs).flatMap(([name, { environment, steps }]) =>
      steps
        .filter((step) => JSON.stringify(step).includes('secrets'))
        .map(({ run, env }) => ({ name, environment, run, env })),
    );
    expect(holders).toEqual([
      { name: 'deploy', environment: 'production', run: 'ci/deploy', env: credentials },
      { name: 'nightly', environment: 'production-read-only', run: 'ci/nightly', env: credentials },
    ]);
    expect(text.match(/secrets/g)).toHaveLength(6);
    expect(text.match(/github\.token/g)).toHaveLength(1);
  });

  it('does nothing for a pull request but build and test', () => {
    expect(Object.keys(top.on)).toEqual(['pull_request', 'push', 'schedule', 'workflow_dispatch']);
    const isFor = (name: string, event: string) => job(name).if?.includes(`'${event}'`);
    expect(Object.keys(top.jobs).filter((name) => isFor(name, 'pull_request'))).toEqual(['build']);
    expect(Object.values(top.jobs).every((it) => it.if?.startsWith('${{ github.event_name =='))).toBe(true);
  });

  it('deploys what was built, verified before anything is installed, from a tag alone', () => {
    const { needs, if: condition, concurrency } = job('deploy');
    expect({ needs, condition, concurrency }).toEqual({
      needs: 'attest',
      condition: "${{ github.event_name == 'push' && startsWith(github.ref, 'refs/tags/login-page-v') }}",
      concurrency: { group: 'login-page-production', 'cancel-in-progress': 'false' },
    });
    expect(job('attest').needs).toBe('build');
    const order = job('deploy').steps.map(({ run, uses }) => run ?? uses?.split('@')[0]);
    expect(order.slice(2)).toEqual([
      'actions/download-artifact',
      'ci/verify-artifact.mjs',
      'ci/verify-provenance',
      'ci/install',
      'ci/deploy',
      'actions/upload-artifact',
    ]);
  });

  it('keeps what was live, and the reports, whatever happens', () => {
    const kept = ['deploy', 'nightly'].map((name) => job(name).steps.at(-1));
    expect(kept).toMatchObject([
      { if: '${{ always() }}', with: { path: 'backups/\nreports/\n' } },
      { if: '${{ always() }}', with: { path: 'reports/' } },
    ]);
  });

  it('has an end for each job, a fixed machine, no token in the checkout, and no cache', () => {
    for (const it of Object.values(top.jobs)) {
      expect(Number(it['timeout-minutes'])).toBeLessThanOrEqual(30);
      expect(it['runs-on']).toMatch(/^ubuntu-\d/);
      for (const { uses, with: options } of it.steps) {
        if (uses?.startsWith('actions/checkout@')) expect(options?.['persist-credentials']).toBe('false');
        if (uses?.startsWith('actions/setup-node@')) expect(options?.['package-manager-cache']).toBe('false');
        expect(uses ?? '').not.toMatch(/cache@/);
        expect(options?.['cache']).toBeUndefined();
      }
    }
  });
});
