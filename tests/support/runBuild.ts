import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** How a run of the command line ended. */
export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `node build.mjs …` of a project as a process of its own. */
export function runBuild(
  folder: string,
  args: readonly string[] = [],
  cwd = folder,
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(folder, 'build.mjs'), ...args], {
      cwd,
      timeout: 60_000,
      env: { ...process.env, ...environment },
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
