import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** A command of a project that goes on until it is interrupted, as a process that a test listens to. */
export class Watcher {
  readonly #child: ChildProcess;
  #output = '';
  #read = 0;

  /** @param args - default: `--watch` */
  constructor(folder: string, args: readonly string[] = ['--watch'], cwd = folder) {
    this.#child = spawn(process.execPath, [join(folder, 'build.mjs'), ...args], { cwd });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk) => {
        this.#output += chunk;
      });
    }
  }

  /** Waits for a line after those that were waited for before, and returns it. */
  async line(pattern: RegExp): Promise<string> {
    const end = Date.now() + 20_000;
    while (Date.now() < end && this.#child.exitCode === null) {
      const match = new RegExp(`^.*(?:${pattern.source}).*$`, 'm').exec(this.#output.slice(this.#read));
      if (match !== null) {
        this.#read += match.index + match[0].length;
        return match[0];
      }
      await new Promise((done) => setTimeout(done, 10));
    }
    throw new Error(`No line ${pattern} came:\n${this.#output}`);
  }

  /** Everything that it has printed. */
  get output(): string {
    return this.#output;
  }

  /** Interrupts it, as Ctrl-C does, and returns its exit code. */
  end(): Promise<number | null> {
    if (this.#child.exitCode !== null) return Promise.resolve(this.#child.exitCode);
    return new Promise((resolve) => {
      this.#child.on('close', resolve);
      this.#child.kill('SIGINT');
    });
  }
}
