import { spawn } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

/** One file of each kind of change, and a comment in its language. */
export const CHANGES = {
  settings: { file: 'login.config.ts', comment: (number) => `// ${number}\n` },
  style: { file: 'templates/login.css', comment: (number) => `/* ${number} */\n` },
  script: { file: 'src/page/pageTitle.ts', comment: (number) => `// ${number}\n` },
};

/** Quiet time between two changes, so that what the watcher still has to say of one is not taken for the next. */
const SETTLE_MS = 500;
const PATIENCE_MS = 30_000;

/** The milliseconds of a `built in 12 ms, after a change of login.config.ts`, or null for another line. */
export function rebuildTime(line, file) {
  const [, time, changed] = /^built in (\d+) ms, after a change of (.+)$/.exec(line) ?? [];
  return changed?.replaceAll('\\', '/') === file ? Number(time) : null;
}

/**
 * Starts our watch mode and changes files.
 *
 * @param folder - a copy of the project, absolute
 * @param runs - changes of each kind
 * @param progress - is told what has been measured
 * @returns the printed times of each kind
 */
export async function rebuilds(folder, runs, progress) {
  const watch = startWatch(folder);
  try {
    await watch.line((line) => line.startsWith('Watching for changes') || null);
    const times = Object.fromEntries(Object.keys(CHANGES).map((kind) => [kind, []]));
    for (let run = 1; run <= runs; run++) {
      for (const [kind, { file, comment }] of Object.entries(CHANGES)) {
        await pause(SETTLE_MS);
        const built = watch.line((line) => rebuildTime(line, file));
        await appendFile(join(folder, file), comment(run));
        times[kind].push(await built);
        progress(`rebuild ${run}/${runs} after a change of ${file}: ${times[kind].at(-1)} ms`);
      }
    }
    return times;
  } finally {
    await watch.end();
  }
}

function startWatch(folder) {
  const args = ['build.mjs', '--watch', '--out', join(folder, 'dist')];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const lines = createInterface({ input: child.stdout });
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });

  /** The first answer other than null that `read` gives for a line from now on. */
  const line = (read) =>
    new Promise((resolve, reject) => {
      const finish = (settle, value) => {
        clearTimeout(timer);
        lines.off('line', look);
        settle(value);
      };
      const fail = (why) => finish(reject, new Error(`The watch ${why}:\n${complaints}`));
      const look = (text) => {
        const answer = read(text);
        if (answer !== null) finish(resolve, answer);
      };
      const timer = setTimeout(() => fail(`said nothing for ${PATIENCE_MS} ms`), PATIENCE_MS);
      lines.on('line', look);
      ended.then(() => fail('has ended'));
    });
  const end = async () => {
    child.kill('SIGINT');
    await ended;
  };
  return { line, end };
}
