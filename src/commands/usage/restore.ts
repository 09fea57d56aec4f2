/** What `node build.mjs restore --help` prints. */
export const restore = `Lists the pages that deploys have saved, or puts one of them back.

Usage
  npm run restore                          list them, newest first
  npm run restore -- ID|HASH               show what putting it back would change
  npm run restore -- ID|HASH --apply       put it back
  node build.mjs restore [ID|HASH] [options]

The page goes to where it was saved. Credentials are those of npm run deploy; HASH is the start of its
SHA-256, six characters at least.

Options
  --tenant DOMAIN   list only the pages of this tenant
  --apply           write, with the same care as a deploy; the page that is live is saved, too
  --yes             ask nothing: for CI
  --force           replace a page, too, that someone else has written or edited; it is saved first
  --report FILE     write the whole difference to FILE, as an HTML page
  --backups DIR     where saved pages are (default: backups)
  --help            print this

Exit codes
  0  listed, nothing to do, or done; or a dry run that --apply would carry out
  1  failed, or refused
  2  wrong usage`;
