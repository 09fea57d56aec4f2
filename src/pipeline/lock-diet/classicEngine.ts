import type { Cut } from './Cut.ts';

/**
 * Lengths by policy, without the functions that test a password. Lock gives every database connection its policy,
 * shown or not, and writes `password_complexity_options.min_length` into it.
 */
const POLICIES = `export default { ${Object.entries({ none: 1, low: 6, fair: 8, good: 8, excellent: 10 })
  .map(([name, minLength]) => `${name}: { length: { minLength: ${minLength} } }`)
  .join(', ')} };`;

/** Where the passwordless engine leads into the classic one, and what stands there instead. */
const EDGES: readonly { importer: string; path: string; contents: string }[] = [
  // An email is asked for only where a passwordless connection is: then Lock itself takes every domain.
  {
    importer: 'field/email.js',
    path: '../connection/enterprise',
    contents: 'export const isHRDEmailValid = () => true;',
  },
  { importer: 'core/client/index.js', path: 'auth0-password-policies', contents: POLICIES },
  { importer: 'core/tenant/index.js', path: 'auth0-password-policies', contents: POLICIES },
  // `Auth0Lock`, beside `Auth0LockPasswordless` in the package's entry.
  { importer: 'index.js', path: './lock', contents: 'export default null;' },
];

/**
 * Lock's classic engine: database, sign-up, password, enterprise and MFA screens. `Auth0LockPasswordless`
 * never shows them, but a few functions that it shares with them lead there. Each of these ways is closed;
 * what is then used by nobody is left out by the cut `esModules`.
 */
export const classicEngine: Cut = {
  name: 'classicEngine',
  expects: EDGES.map(expectation),
  setup(build, found) {
    build.onResolve(
      { filter: /^(?:auth0-password-policies|\.\/lock|\..*\/enterprise)$/ },
      ({ importer, path }) => {
        const [, from] = /[\\/]auth0-lock[\\/]lib[\\/](.*)$/.exec(importer) ?? [];
        const file = from?.replace(/\\/g, '/');
        const edge = EDGES.find((it) => it.importer === file && it.path === path);
        if (edge === undefined) return null;
        found(expectation(edge));
        return { path, namespace: NAMESPACE, sideEffects: false };
      },
    );
    build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({
      contents: EDGES.find((edge) => edge.path === path)?.contents ?? '',
      loader: 'js',
    }));
  },
};

const NAMESPACE = 'lock-diet/classicEngine';

function expectation({ importer, path }: (typeof EDGES)[number]): string {
  return `the import of ${path} in ${importer}`;
}
