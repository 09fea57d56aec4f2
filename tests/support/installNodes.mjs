// npm run nodes: one Node of each supported major version from the npm registry, for tests/cli/reproducible.test.ts.
// Packages of the project that makes the package `node`, each the binary of one platform, run as they are.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const VERSIONS = ['20.20.2', '22.23.3', '24.21.0'];
const platform = process.platform === 'win32' ? 'win' : process.platform;
const packages = VERSIONS.map(
  (version) => `node-${version.split('.')[0]}@npm:node-${platform}-${process.arch}@${version}`,
);
const folder = join('node_modules', '.cache', 'nodes');
const options = ['--prefix', folder, '--no-save', '--no-package-lock', '--ignore-scripts'];
const { status } = spawnSync('npm', ['install', ...options, ...packages], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
