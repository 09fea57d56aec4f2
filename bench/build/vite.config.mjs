import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The other build: the same script and the same Lock, with the settings that a single page asks for. */
export default defineConfig({
  plugins: [viteSingleFile()],
  resolve: {
    // Whole names only: Lock imports `auth0-js/dist/cordova-auth0-plugin.min.js` as well.
    alias: [
      { find: /^\..*\/delivery\.ts$/, replacement: path('delivery.mjs') },
      { find: /^react$/, replacement: 'preact/compat' },
      { find: /^react-dom$/, replacement: 'preact/compat' },
      { find: /^react-dom\/client$/, replacement: path('../../src/page/lock/reactDomClient.ts') },
      { find: /^auth0-js$/, replacement: 'auth0-js/dist/auth0.min.esm.js' },
    ],
  },
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  build: {
    target: 'es2020',
    // One file has nothing to load ahead.
    modulePreload: false,
  },
});
