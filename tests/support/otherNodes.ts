import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.ts';

/** A Node beside the one that runs the tests. */
export interface OtherNode {
  /** `22.23.3` */
  version: string;
  path: string;
}

/** Folders of Nodes, each in a folder of its own; `npm run nodes` fills the first. */
const FOLDERS: readonly (readonly [folder: string, binary: string])[] = [
  [join(root, 'node_modules', '.cache', 'nodes', 'node_modules'), 'bin/node'],
  [join(homedir(), '.nvm', 'versions', 'node'), 'bin/node'],
  [join(homedir(), '.volta', 'tools', 'image', 'node'), 'bin/node'],
  [join(homedir(), '.local', 'share', 'fnm', 'node-versions'), 'installation/bin/node'],
  // GitHub's runners.
  [join(process.env['RUNNER_TOOL_CACHE'] ?? '', 'node'), `${process.arch}/bin/node`],
];

const partsOf = (version: string): [major: number, minor: number] => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return [major, minor];
};
/** As `engines` of package.json has it. */
const isSupported = ([major, minor]: [number, number]): boolean =>
  major > 20 || (major === 20 && minor >= 19);

/** One Node of each other major version that is on this machine and supported, eldest first. */
export function otherNodes(): OtherNode[] {
  const byMajor = new Map<number, OtherNode>();
  for (const [folder, binary] of FOLDERS) {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const path = join(folder, name, binary);
      const version = existsSync(path) ? versionOf(path) : null;
      if (version === null || !isSupported(partsOf(version))) continue;
      byMajor.set(partsOf(version)[0], { version, path });
    }
  }
  byMajor.delete(partsOf(process.versions.node)[0]);
  return [...byMajor.values()].sort((a, b) => partsOf(a.version)[0] - partsOf(b.version)[0]);
}

/** `null` where it does not run: one for another system, say. */
function versionOf(path: string): string | null {
  try {
    return execFileSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
