import { join } from 'node:path';
import { type Run, runCommand } from './runCommand.ts';

export type { Run };

/** Runs `node build.mjs …` of a project as a process of its own. */
export function runBuild(
  folder: string,
  args: readonly string[] = [],
  cwd = folder,
  environment: Readonly<Record<string, string>> = {},
  timeout = 60_000,
): Promise<Run> {
  return runCommand(process.execPath, [join(folder, 'build.mjs'), ...args], { cwd, environment, timeout });
}
