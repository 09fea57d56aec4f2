/** What `node build.mjs doctor --help` prints. */
export const doctor = `Why doesn't my passwordless login work? Looks at a tenant, changes nothing, and says what to do.

Usage
  npm run doctor -- [options]
  node build.mjs doctor [options]

Options
  --client NAME|ID   look at this application (default: all that have sms or email enabled)
  --page NAME        compare the live page with this page of dist (default: with all of them)
  --from DIR         the folder of the built pages (default: dist)
  --twilio           ask Twilio, too: are the credentials valid, can the sender send SMS
  --json             print the results as JSON, for programs (docs/doctor.md)
  --help             print this

Environment
  AUTH0_DOMAIN, AUTH0_CLIENT_ID, AUTH0_CLIENT_SECRET   the tenant, and an application that may use its
                     Management API; in place of id and secret, AUTH0_ACCESS_TOKEN
  TWILIO_SID, TWILIO_AUTH_TOKEN                        for --twilio
  HTTPS_PROXY, NO_PROXY, NODE_EXTRA_CA_CERTS           a company's network (docs/network.md)

Exit codes
  0  nothing failed; there may be warnings, and what could not be looked up
  1  something failed, or the tenant could not be asked
  2  wrong usage`;
