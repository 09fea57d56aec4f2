/** What `node build.mjs gallery --help` prints. */
export const gallery = `Takes a picture of each state of the page, in the widths of a phone and a desktop, and a sheet of them.

Usage
  npm run gallery -- [options]
  node build.mjs gallery [options]

Options
  --out DIR      write index.html and the pictures to DIR (default: gallery)
  --only NAME    only this scenario; may be repeated
  --page NAME    the page to take (default: the first of login.config.ts)
  --help         print this`;
