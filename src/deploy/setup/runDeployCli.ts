import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import type { DeployCliRun } from './DeployCliRun.ts';
import { plainLines } from './plainLines.ts';

/**
 * Runs `a0deploy import`, the real one, as a process of its own.
 *
 * @param folder - what it is to import, absolute
 * @param options - `dryRun`: whether it only says what it would do; `environment`: all of it; `secrets`: what
 *   must not be in its output; `signal`: ends it
 */
export function runDeployCli(
  folder: string,
  {
    dryRun,
    environment,
    secrets,
    signal,
  }: {
    dryRun: boolean;
    environment: Readonly<Record<string, string>>;
    secrets: readonly string[];
    signal: AbortSignal;
  },
): Promise<DeployCliRun> {
  const program = createRequire(import.meta.url).resolve('auth0-deploy-cli');
  const args = [program, 'import', '--input_file', folder, ...(dryRun ? ['--dry-run'] : [])];
  // In that folder, where no configuration of somebody's lies about.
  const child = spawn(process.execPath, args, { cwd: folder, env: environment, signal });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', (error) => (signal.aborted ? undefined : reject(error)));
    child.on('close', (code) => resolve({ code, lines: plainLines(output, secrets) }));
  });
}
