import { type Run, runCommand } from './runCommand.ts';

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
  // Nothing else of this environment: where the tests run in CI, it holds what the scripts look for.
  const inherited = { PATH: process.env['PATH'] ?? '' };
  return runCommand(file, args, { environment, inherited, timeout: 120_000 });
}
