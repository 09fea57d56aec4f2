import { execFile } from 'node:child_process';

/** The commit that a folder is at, short, with `-dirty` where something was changed since; `null` without git. */
export function commitOf(folder: string): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(
      'git',
      ['describe', '--always', '--dirty', '--exclude=*'],
      { cwd: folder, timeout: 10_000 },
      (error, stdout) => resolve(error === null && /^[\w.-]+\s*$/.test(stdout) ? stdout.trim() : null),
    );
  });
}
