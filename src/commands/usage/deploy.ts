/** What `node build.mjs deploy --help` prints. */
export const deploy = `Shows what deploying the built page to a tenant would change; with --apply, does it.

Usage
  npm run deploy -- [options]
  node build.mjs deploy [options]

The tenant's credentials come from the environment: AUTH0_DOMAIN, and AUTH0_CLIENT_ID with
AUTH0_CLIENT_SECRET, or AUTH0_ACCESS_TOKEN. They need the scopes read:clients and update:clients.

Options
  --tenant DOMAIN      the tenant that is meant: an error when AUTH0_DOMAIN is another one;
                       with --all, only this tenant of deploy.json, by its name or domain
  --client NAME|ID     the application's own page (default: the tenant's page)
  --page NAME          the page to deploy (default: the only one)
  --all                every page of deploy.json, to where that file says
  --apply              write: asks first, saves the live page, reads back, puts the old one back
                       when anything is not as it should be
  --yes                ask nothing: for CI
  --force              replace a page, too, that someone else has written or edited; it is saved first
  --smoke              then open a login in Chromium; without its input, the old page is put back
  --smoke-client NAME  the application to log in to, for the tenant's page (default: one that can)
  --report FILE        write the whole difference to FILE, as an HTML page
  --backups DIR        where live pages are saved (default: backups)
  --from DIR           artifacts of another folder, as they are: built earlier, or elsewhere
                       (default: dist, which must be what the sources build now)
  --help               print this

Exit codes
  0  nothing to do, or done; or a dry run that --apply would carry out
  1  failed, or refused; what was live is live again, or the message says how to put it back
  2  wrong usage
  130  interrupted: pages that were begun are done, the others as they were`;
