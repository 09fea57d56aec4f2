import type { LoginPageSettings } from './LoginPageSettings.ts';

export type { LoginPageSettings };

/** The default export of `login.config.ts`; made by `defineLoginPage` or `defineLoginPages`. */
export interface LoginPages {
  /** By page name, which is also the name of the artifact: `dist/<name>.html`. */
  readonly loginPages: Readonly<Record<string, LoginPageSettings>>;
}

/**
 * One page, `dist/login.html`. Nothing is checked here: the build validates all of it at once, and says
 * what to mend.
 */
export function defineLoginPage(settings: LoginPageSettings): LoginPages {
  return { loginPages: { login: settings } };
}

/**
 * Several pages, one per brand: `dist/<name>.html` for each key. Names consist of lower-case letters,
 * digits and hyphens.
 *
 * @example defineLoginPages({ acme: { brand: { name: 'Acme' } }, globex: { brand: { name: 'Globex' } } })
 */
export function defineLoginPages(pages: Readonly<Record<string, LoginPageSettings>>): LoginPages {
  return { loginPages: pages };
}
