import { join } from 'node:path';

/**
 * The two builds, each as the command that a user would run, without `npx`, which takes time of its own.
 *
 * @param root - the project's folder, absolute
 * @param copy - folder of a copy of it, absolute
 */
export function builders(root, copy) {
  const bench = join(root, 'bench', 'build');
  const out = (name) => join(bench, 'out', name);
  return {
    ours: {
      label: 'node build.mjs',
      args: [join(copy, 'build.mjs'), '--out', out('ours')],
      cwd: copy,
      file: join(out('ours'), 'login.html'),
    },
    vite: {
      label: 'vite build',
      args: [join(bench, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', bench, '--outDir', out('vite')],
      cwd: bench,
      file: join(out('vite'), 'index.html'),
    },
  };
}
