import { spawn } from 'node:child_process';

/** How a run of a command ended. */
export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Where and as whom a command is run. */
export interface Surroundings {
  cwd?: string;
  /** Laid over `inherited`. */
  environment?: Readonly<Record<string, string>>;
  /** Default: this process's own. */
  inherited?: NodeJS.ProcessEnv;
  /** User and group by number; only root can choose. */
  user?: number | undefined;
  /** Milliseconds after which it is ended. Default: a minute. */
  timeout?: number;
}

/** Runs a command as a process of its own. */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd, environment = {}, inherited = process.env, user, timeout = 60_000 }: Surroundings = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      timeout,
      env: { ...inherited, ...environment },
      ...(cwd !== undefined && { cwd }),
      ...(user !== undefined && { uid: user, gid: user }),
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
