import type { Check } from '../Check.ts';
import { failed, ok, warning } from '../Outcome.ts';

/** The account can send to anybody. */
export const twilioAccount: Check = {
  id: 'twilio-account',
  area: 'twilio',
  right: 'With --twilio: the account is active, and no trial, which sends to verified numbers only',
  scopes: [],
  look: ({ twilio }) => {
    if (twilio === null) return [];
    const { account } = twilio;
    if (account.is === 'inactive') return [failed(null, account.reason, support)];
    if (account.is !== 'known') return [];
    const { sid, status, isTrial } = account.value;
    if (status !== 'active')
      return [failed(null, `The account ${sid} is ${status}: nothing is sent.`, support)];
    return isTrial
      ? [
          warning(
            null,
            `The account ${sid} is a trial: it sends to numbers that you have verified, and to no others.`,
            upgrade,
          ),
        ]
      : [ok(null, `The account ${sid} is active.`)];
  },
};

const support = {
  dashboard: 'console.twilio.com shows why, and what to pay or to prove.',
  command: 'npm run doctor -- --twilio',
  note: 'afterwards, to look again',
};
const upgrade = {
  dashboard: 'console.twilio.com > Upgrade; until then, Phone Numbers > Verified Caller IDs.',
  command: 'npm run doctor -- --twilio',
  note: 'afterwards, to look again',
};
