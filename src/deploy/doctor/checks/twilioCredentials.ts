import type { Check } from '../Check.ts';
import { offered } from '../methods.ts';
import { failed, ok, unknown, warning } from '../Outcome.ts';
import { whoSends } from '../whoSends.ts';

/** Twilio takes SID and token, and the connection has the same account. */
export const twilioCredentials: Check = {
  id: 'twilio-credentials',
  area: 'twilio',
  right: "With --twilio: Twilio accepts TWILIO_SID and TWILIO_AUTH_TOKEN, and they are the connection's",
  scopes: [],
  look: (facts) => {
    const { twilio, connections, built } = facts;
    if (twilio === null) return [];
    const { account } = twilio;
    if (account.is === 'credentials') return [failed(null, account.reason, copyAgain)];
    if (account.is === 'unreachable' || account.is === 'refused')
      return [unknown(null, account.reason, lookAtStatus)];
    const others = connections.known
      ? offered(connections.value, built).flatMap((connection) => {
          const sends = whoSends(connection, facts);
          if (sends === null || !sends.known || sends.value.by === 'unknown') return [];
          const { by, provider } = sends.value;
          const account = by === 'tenant' ? provider?.provider : provider;
          return account?.isOfTwilioSid === false ? [{ name: connection.name, sid: account.sid }] : [];
        })
      : [];
    return [
      ok(null, 'Twilio accepts TWILIO_SID and TWILIO_AUTH_TOKEN.'),
      ...others.map(({ name, sid }) =>
        warning(
          name,
          `It sends by another account, ${sid}: what Twilio says here is not of that one.`,
          sameAccount,
        ),
      ),
    ];
  },
};

const copyAgain = {
  dashboard:
    'console.twilio.com > Account Info: copy Account SID and Auth Token again; then Authentication > Passwordless > SMS.',
  command: 'npm run setup-tenant -- --apply',
  note: 'with TWILIO_SID and TWILIO_AUTH_TOKEN in the environment',
};
const lookAtStatus = {
  dashboard: 'Look at status.twilio.com, and whether a proxy or a firewall stands between.',
  command: 'npm run doctor -- --twilio',
  note: 'again, in a while',
};
const sameAccount = {
  dashboard:
    'Authentication > Passwordless > SMS: compare Twilio SID with Account SID at console.twilio.com.',
  command: 'npm run setup-tenant -- --apply',
  note: 'which sends TWILIO_SID and TWILIO_AUTH_TOKEN of the environment',
};
