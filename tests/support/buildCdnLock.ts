import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './paths.ts';

/**
 * Builds what stands in for Lock on Auth0's CDN, which npm does not hold: the straight bundle of the same
 * auth0-lock, with React, leaving `Auth0LockPasswordless` on `window`.
 *
 * @param outfile - absolute; its folder is made
 */
export async function buildCdnLock(outfile: string): Promise<void> {
  await build({
    absWorkingDir: root,
    stdin: {
      contents:
        "import { Auth0LockPasswordless } from 'auth0-lock'; window.Auth0LockPasswordless = Auth0LockPasswordless;",
      resolveDir: root,
    },
    alias: { 'auth0-js': join(root, 'node_modules/auth0-js/dist/auth0.min.esm.js') },
    plugins: [
      {
        name: 'cordova',
        setup: (it) =>
          void it.onResolve({ filter: /^auth0-js\/dist\/cordova/ }, ({ path }) => ({
            path: join(root, 'node_modules', path),
          })),
      },
    ],
    bundle: true,
    minify: true,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    outfile,
    logLevel: 'error',
  });
}
