/** What `node build.mjs drift --help` prints. */
export const drift = `Compares live pages with what this commit builds; reads only. For a nightly job.

Usage
  npm run drift -- [options]
  node build.mjs drift [options]

Credentials are those of npm run deploy; the scope read:clients is enough.

Options
  --tenant DOMAIN    the tenant that is meant: an error when AUTH0_DOMAIN is another one;
                     with --all, only this tenant of deploy.json, by its name or domain
  --client NAME|ID   the application's own page (default: the tenant's page)
  --page NAME        the page that should be live (default: the only one)
  --all              every page of deploy.json
  --json             print JSON
  --report FILE      write the whole difference to FILE, as an HTML page
  --help             print this

Exit codes
  0  every live page is on, and byte for byte the one that this commit builds
  1  one is not, or could not be read
  2  wrong usage`;
