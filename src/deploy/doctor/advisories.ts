/** A hole that is known in a library that login pages are made from. */
export interface Advisory {
  id: string;
  ghsa: string;
  package: 'auth0-lock' | 'auth0-js';
  /** The first version that has it. */
  from: string;
  /** The first version that does not. */
  fixed: string;
  what: string;
  /** Where the code runs that has it: in a hosted login page, or only in an application with the library in it. */
  where: 'login page' | 'application';
}

/** How far its sources reach: the list knows nothing of what was published later. Year first. */
export const ADVISORIES_AS_OF = '2026-08-20';

/**
 * All that GitHub's advisory database and Auth0's bulletins know of auth0-lock and auth0-js; ranges as they
 * stand there. To bring it up to date: https://github.com/advisories?query=auth0-lock, and of auth0-js.
 */
export const advisories: readonly Advisory[] = [
  {
    id: 'CVE-2026-42280',
    ghsa: 'GHSA-8qjv-jj2q-x832',
    package: 'auth0-js',
    from: '8.11.0',
    fixed: '10.0.0',
    what: 'a crafted ID token beside a valid access token passes the check',
    where: 'application',
  },
  {
    id: 'CVE-2022-29172',
    ghsa: 'GHSA-7ww6-75fj-jcj7',
    package: 'auth0-lock',
    from: '0.0.0',
    fixed: '11.33.0',
    what: 'HTML in additional sign-up fields reaches emails',
    where: 'login page',
  },
  {
    id: 'CVE-2021-32641',
    ghsa: 'GHSA-jr3j-whm4-9wwm',
    package: 'auth0-lock',
    from: '0.0.0',
    fixed: '11.30.1',
    what: 'data of the address runs as script, by flashMessage or languageDictionary',
    where: 'login page',
  },
  {
    id: 'CVE-2020-15119',
    ghsa: 'GHSA-6gg3-pmm7-97xc',
    package: 'auth0-lock',
    from: '0.0.0',
    fixed: '11.26.3',
    what: 'what was typed as address or number becomes markup when the code is asked for',
    where: 'login page',
  },
  {
    id: 'CVE-2020-5263',
    ghsa: 'GHSA-prfq-f66g-43mp',
    package: 'auth0-js',
    from: '8.0.0',
    fixed: '9.13.2',
    what: 'errors hold what was sent, a password or a code too',
    where: 'login page',
  },
  {
    id: 'CVE-2019-20174',
    ghsa: 'GHSA-w2pf-g6r8-pg22',
    package: 'auth0-lock',
    from: '0.0.0',
    fixed: '11.21.0',
    what: 'the placeholder of a sign-up field becomes markup',
    where: 'login page',
  },
  {
    id: 'CVE-2018-7307',
    ghsa: 'GHSA-wpq7-q8j4-72jg',
    package: 'auth0-js',
    from: '0.0.0',
    fixed: '9.3.0',
    what: 'an answer without state passes the check of it',
    where: 'application',
  },
  {
    id: 'CVE-2017-17068',
    ghsa: 'GHSA-3rpr-mg43-xhq4',
    package: 'auth0-js',
    from: '0.0.0',
    fixed: '8.12.0',
    what: "a popup's callback gives tokens to other sites",
    where: 'application',
  },
];
