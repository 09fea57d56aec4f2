import type { Cut } from './Cut.ts';

/** Where the passwordless engine leads into the classic one, and what stands there instead. */
const EDGES: readonly { importer: string; path: string; contents: string }[] = [
  // An email is asked for only where a passwordless connection is: then Lock itself takes every domain.
  {
    importer: 'field/email.js',
    path: '../connection/enterprise',
    contents: 'export const isHRDEmailValid = () => true;',
  },
  // Whether the single sign-on data asks for Active Directory too.
  {
    importer: 'core/remote_data.js',
    path: '../connection/enterprise',
    contents: 'export const isADEnabled = () => false;',
  },
  // Password policies, which only database connections have.
  { importer: 'core/client/index.js', path: 'auth0-password-policies', contents: 'export default {};' },
  {
    importer: 'core/tenant/index.js',
    path: 'auth0-password-policies',
    contents: 'export default {};',
  },
  // Says that the terms of a sign-up were not accepted; the passwordless engine never asks that of a button.
  {
    importer: 'field/social/social_buttons_pane.js',
    path: '../../connection/database/actions',
    contents: 'export const signUpError = () => {};',
  },
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
    const edges = new Map(EDGES.map((edge) => [`${edge.importer}>${edge.path}`, edge]));
    build.onResolve(
      { filter: /^(?:auth0-password-policies|\.\/lock|\..*\/(?:enterprise|database\/actions))$/ },
      ({ importer, path }) => {
        const [, from] = /[\\/]auth0-lock[\\/]lib[\\/](.*)$/.exec(importer) ?? [];
        const edge = edges.get(`${from?.replace(/\\/g, '/')}>${path}`);
        if (edge === undefined) return null;
        found(expectation(edge));
        return { path: `${edge.importer} ${edge.path}`, namespace: NAMESPACE, sideEffects: false };
      },
    );
    build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({
      contents: edges.get(path.replace(' ', '>'))?.contents ?? '',
      loader: 'js',
    }));
  },
};

const NAMESPACE = 'lock-diet/classicEngine';

function expectation({ importer, path }: (typeof EDGES)[number]): string {
  return `the import of ${path} in ${importer}`;
}
