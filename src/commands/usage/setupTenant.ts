/** What `node build.mjs setup-tenant --help` prints. */
export const setupTenant = `Sets an Auth0 tenant up as login.config.ts says (key tenant): connections, applications, attack protection,
factors, the login page. Shows what would change; changes nothing without --apply, and deletes nothing ever.

Usage
  npm run setup-tenant -- [options]
  node build.mjs setup-tenant [options]

Options
  --apply         carry it out, after one question, and read back what has become of it
  --yes           do not ask
  --force         replace a login page that is someone else's, or was changed since it was built; it is saved first
  --from DIR      a folder that a build wrote, such as dist/tenant (default: build first, and take that)
  --backups DIR   save what is live in DIR (default: backups)
  --help          print this

Environment
  AUTH0_DOMAIN, AUTH0_CLIENT_ID, AUTH0_CLIENT_SECRET (or AUTH0_ACCESS_TOKEN)   the tenant
  TWILIO_SID, TWILIO_AUTH_TOKEN                                               for the connection sms, unless tenant.sms.provider is 'tenant'
  HTTPS_PROXY, NO_PROXY, NODE_EXTRA_CA_CERTS                                  a company's network (docs/network.md)

Exit codes
  0  shown, or carried out and read back
  1  nothing was changed, or not all of it: the message says which
  2  wrong usage
  130  interrupted`;
