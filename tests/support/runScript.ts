import { spawn } from 'node:child_process';
import type { Run } from './runBuild.ts';

/**
 * Runs a script of `ci/` as a process.
 *
 * @param file - absolute; it is executed, so it must be allowed to be
 * @param environment - all of it, but for PATH
 */
export function runScript(
  file: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      // Nothing else of this environment: where the tests run in CI, it holds what the scripts look for.
      env: { PATH: process.env['PATH'] ?? '', ...environment },
      timeout: 120_000,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
