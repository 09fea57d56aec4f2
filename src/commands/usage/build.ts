/** What `node build.mjs --help` prints. */
export const build = `Builds Auth0's classic login page: one HTML file from login.config.ts and templates/.

Usage
  node build.mjs [options]
  node build.mjs dev [options]       a local tenant: see the page work, log in; dev --help
  node build.mjs doctor [options]    why a tenant's login does not work; doctor --help
  node build.mjs gallery [options]   a picture of each state of the page; gallery --help
  node build.mjs deploy [options]    show what a deploy to a tenant would change, or do it; deploy --help
  node build.mjs restore [options]   list the pages that deploys have saved, or put one back; restore --help
  node build.mjs drift [options]     compare live pages with what this commit builds; drift --help
  node build.mjs setup-tenant [options]   a tenant as login.config.ts says; setup-tenant --help

Options
  --page NAME      build this page only (default: all pages of login.config.ts)
  --out DIR        write the artifacts to DIR (default: dist)
  --shard I/N      build the I-th of N parts of the pages, for a CI matrix
  --watch          build again whenever settings, template, style or the page's source change
  --inspect FILE   run the rules over any finished page, build nothing
  --explain        print what each cut of Lock's diet saves and what takes the bytes that remain, and
                   draw it, to explain/NAME.html (or to the folder of --out); build nothing
  --help           print this

Exit codes
  0  built, or every rule satisfied
  1  the build or a rule failed; the previous artifacts are as they were
  2  wrong usage
  130  interrupted; nothing was written`;
