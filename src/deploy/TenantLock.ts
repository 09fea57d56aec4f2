import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../pipeline/sha256.ts';
import { UserError } from '../settings/UserError.ts';

/**
 * Keeps two deploys of one machine from writing to a tenant at the same time, from whatever folders. The lock
 * of a process that has died is taken over. Of other machines' deploys it knows nothing: those are noticed
 * when the page is read back.
 */
export class TenantLock {
  readonly #path: string;
  readonly #text: string;

  private constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
  }

  /**
   * @param domain - of the tenant
   * @param folder - where locks are; default: the system's folder for temporary files
   * @throws UserError when another process has it
   */
  static async take(domain: string, folder = tmpdir()): Promise<TenantLock> {
    const name = sha256(domain).slice(0, 16);
    const path = join(folder, `auth0-passwordless-page-${name}.lock`);
    const text = `${process.pid} ${domain} ${Math.random()}\n`;
    for (let tries = 0; tries < 3; tries++) {
      const holder = await takeOrRead(path, text);
      if (holder === null) return new TenantLock(path, text);
      const pid = Number.parseInt(holder, 10);
      if (isAlive(pid)) {
        throw new UserError(
          `Another deploy to ${domain} is under way on this machine (process ${pid}).\nWait until it has ended; if there is none, remove ${path}`,
        );
      }
      await removeStale(path, holder);
    }
    throw new UserError(`Another deploy to ${domain} has begun at the same time: try again.`);
  }

  async release(): Promise<void> {
    if ((await read(this.#path)) === this.#text) await rm(this.#path, { force: true });
  }
}

/** @returns what the lock says when another has it */
async function takeOrRead(path: string, text: string): Promise<string | null> {
  try {
    // Fails where there is one, a symbolic link too.
    await writeFile(path, text, { flag: 'wx', mode: 0o644 });
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return (await read(path)) ?? '';
    throw new UserError(`${path}, which keeps two deploys apart, cannot be written (${code}).`);
  }
}

const read = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Two may find the same stale lock: what one moves away, the other has not just made. */
async function removeStale(path: string, holder: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  await rename(path, aside).catch(() => undefined);
  if ((await read(aside)) !== holder) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}
