import type { CommandName } from './parseArguments.ts';

const build = `Builds Auth0's classic login page: one HTML file from login.config.ts and templates/.

Usage
  node build.mjs [options]
  node build.mjs dev [options]       a local tenant: see the page work, log in; dev --help
  node build.mjs gallery [options]   a picture of each state of the page; gallery --help

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

const dev = `Starts a local Auth0 tenant with the page: log in by SMS and email, without Auth0. Not for production.

Usage
  npm run dev -- [options]
  node build.mjs dev [options]

Options
  --port PORT        listen on PORT (default: 8443; 0: any free one)
  --host HOST        listen on this name or address (default: localhost, this machine only);
                     0.0.0.0 lets other machines of the network in, a phone say
  --page NAME        the page to serve (default: the first of login.config.ts)
  --open             open the sample app in the browser
  --cert FILE        a certificate of your own, PEM, such as mkcert's
  --key FILE         its key
  --callback URL     let the sample application log in to this URL too, an app that you are working on;
                     may be repeated, * stands for a port: http://localhost:*/callback
  --out DIR          write the artifacts to DIR (default: dist)
  --help             print this`;

const gallery = `Takes a picture of each state of the page, in the widths of a phone and a desktop, and a sheet of them.

Usage
  npm run gallery -- [options]
  node build.mjs gallery [options]

Options
  --out DIR      write index.html and the pictures to DIR (default: gallery)
  --only NAME    only this scenario; may be repeated
  --page NAME    the page to take (default: the first of login.config.ts)
  --help         print this`;

/** What `--help` prints, by command. */
export const usage: Readonly<Record<CommandName, string>> = { build, dev, gallery };
