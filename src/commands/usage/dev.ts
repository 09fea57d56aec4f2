/** What `node build.mjs dev --help` prints. */
export const dev = `Starts a local Auth0 tenant with the page: log in by SMS and email, without Auth0. Not for production.

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
