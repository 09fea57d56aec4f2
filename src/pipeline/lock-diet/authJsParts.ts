import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cut } from './Cut.ts';

/** A part that is constructed with every client, and then never asked for anything. */
const IDLE = 'export default class {}';
/** A part that says so if it is asked for anything after all. */
const absent = (what: string) => `throw new Error('auth0-js: ${what} is not in this page.');`;

/** What stands in the place of a module of auth0-js's: by the path of that module, within `src`. */
const PARTS: Readonly<Record<string, string>> = {
  // Popups, and checks in a frame: on the login page Lock always redirects.
  'web-auth/popup': IDLE,
  'web-auth/silent-authentication-handler': IDLE,
  // Lock asks for a check after all where the page's host is not the tenant's, and takes an error for "no session".
  'web-auth/web-message-handler': `export default class {
    run(options, cb) { cb({ error: 'not_in_page', error_description: 'Sessions are not checked in this page.' }); }
  }`,
  // Database connections.
  'web-auth/username-password': IDLE,
  'authentication/db-connection': IDLE,
  // auth0-js's own captcha widgets; Lock brings its own.
  'web-auth/captcha': `export default { ${[
    'render',
    'renderPasswordless',
    'renderPasswordReset',
    'renderSignup',
  ]
    .map((name) => `${name}() { ${absent('its captcha widget')} }`)
    .join(', ')} };`,
  // Tokens are for the application: none ever comes to this page.
  'idtoken-verifier': `export default class {
    validateAccessToken(token, alg, atHash, cb) { cb(new Error('Tokens are not validated in this page.')); }
    verify(token, nonce, cb) { cb(new Error('Tokens are not validated in this page.')); }
    decode() { return new Error('Tokens are not validated in this page.'); }
  }`,
};

/** What Lock takes of the package. */
const ENTRY = `import WebAuth from './web-auth/index.js';
import version from './version.js';
export default { WebAuth, version };`;

/** As auth0-js imports them, `./popup` say: esbuild asks us of nothing else. */
const PART = new RegExp(
  `(?:^|/)(?:${Object.keys(PARTS)
    .map((path) => path.split('/').at(-1))
    .join('|')})$`,
);

const NAMESPACE = 'lock-diet/authJsParts';
const IMPORT = "Lock's import of auth0-js";
const SESSION_CHECK = "Lock's check of a session in a frame";
const VERSION = 'the version of auth0-js';
const expectation = (path: string) => `auth0-js's import of ${path}`;

/**
 * auth0-js from its own ES modules, without the parts that a login page never asks for: popups, checks in a
 * frame, tokens' validation, the Management API, database connections, captcha widgets of its own.
 */
export const authJsParts: Cut = {
  name: 'authJsParts',
  expects: [IMPORT, VERSION, SESSION_CHECK, ...Object.keys(PARTS).map(expectation)],
  setup(build, found) {
    build.onResolve({ filter: /^auth0-js$/ }, async ({ importer, resolveDir }) => {
      if (!/[\\/]auth0-lock[\\/]lib[\\/]/.test(importer)) return null;
      found(IMPORT);
      // The package's exports don't name its sources: they are found beside what they do name.
      const { path } = await build.resolve('auth0-js/package.json', { kind: 'require-call', resolveDir });
      return { path: join(path, '..', 'src', 'index.js') };
    });
    build.onLoad({ filter: /[\\/]auth0-js[\\/]src[\\/]index\.js$/ }, () => ({ contents: ENTRY }));
    build.onResolve({ filter: PART }, ({ path, importer }) => {
      const [, folder] = /[\\/]auth0-js[\\/]src[\\/](?:(.*)[\\/])?[^\\/]+$/.exec(importer) ?? [null, null];
      if (folder === null) return null;
      const part = path.startsWith('.') ? join(folder ?? '', path).replace(/\\/g, '/') : path;
      if (!Object.hasOwn(PARTS, part)) return null;
      found(expectation(part));
      return { path: part, namespace: NAMESPACE };
    });
    build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({ contents: PARTS[path] ?? '' }));
    build.onLoad({ filter: /[\\/]auth0-js[\\/]src[\\/]version\.js$/ }, async ({ path }) => {
      // CommonJS in a package of ES modules: auth0-js's own build turns it into one.
      const [, version] =
        /^module\.exports = (\{ raw: '[\d.]+' \});\s*$/.exec(await readFile(path, 'utf8')) ?? [];
      if (version === undefined) return null;
      found(VERSION);
      return { contents: `export default ${version};` };
    });
  },
  transform(modules, found) {
    // After "last time you logged in with", Lock checks the session in a frame when the application wants
    // tokens, and would keep them to itself; where it wants a code, Lock redirects. Here it always redirects.
    const path = 'quick-auth/actions.js';
    const source = modules.get(path) ?? '';
    const redirecting = source.replace(`if (l.auth.responseType(m).indexOf('code') >= 0) {`, 'if (true) {');
    if (redirecting === source) return new Map();
    found(SESSION_CHECK);
    return new Map([[path, redirecting]]);
  },
};
