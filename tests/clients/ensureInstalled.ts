import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clients } from './paths.ts';

const ARGS = ['ci', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', '--prefix'];

/** Installs the client libraries where they are missing, or of another version than the package.json says. */
export function ensureInstalled(): void {
  const { dependencies } = read(join(clients, 'package.json'));
  const isInstalled = ([name, version]: [string, string]) =>
    read(join(clients, 'node_modules', name, 'package.json')).version === version;
  if (Object.entries(dependencies ?? {}).every(isInstalled)) return;
  process.stdout.write('Installing the client libraries of tests/clients, about 180 MB …\n');
  const { status } = spawnSync('npm', [...ARGS, clients], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error(`The client libraries could not be installed: npm ci --prefix ${clients}`);
}

interface Package {
  version?: string;
  dependencies?: Record<string, string>;
}

const read = (file: string): Package =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Package) : {};
