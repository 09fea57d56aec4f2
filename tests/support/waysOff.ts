import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.ts';

/** A way to run a Node program without a network: the command and what stands before the program's file. */
export interface WayOff {
  name: string;
  command: string;
  args: readonly string[];
  environment: Readonly<Record<string, string>>;
}

/**
 * The ways that this machine has: a network namespace with nothing in it, for the program and all that it starts,
 * where Linux lets us make one; and Node's own connections refused, for Node programs alone.
 */
export function waysOff(): WayOff[] {
  const namespace: WayOff = {
    name: 'a namespace',
    command: 'unshare',
    args: ['-rn', process.execPath],
    environment: {},
  };
  const preload = join(root, 'tests', 'support', 'noNetwork.cjs');
  const refusing: WayOff = {
    name: 'refused by Node',
    command: process.execPath,
    args: [],
    environment: { NODE_OPTIONS: `--require "${preload}"` },
  };
  const isAllowed = spawnSync('unshare', ['-rn', 'true']).status === 0;
  return isAllowed ? [namespace, refusing] : [refusing];
}
