/** What `node build.mjs --help` prints. */
export const usage = `Builds Auth0's classic login page: one HTML file from login.config.ts and templates/.

Usage
  node build.mjs [options]

Options
  --page NAME      build this page only (default: all pages of login.config.ts)
  --out DIR        write the artifacts to DIR (default: dist)
  --watch          build again whenever settings, template, style or the page's source change
  --inspect FILE   run the rules over any finished page, build nothing
  --help           print this

Exit codes
  0  built, or every rule satisfied
  1  the build or a rule failed; the previous artifacts are as they were
  2  wrong usage`;
