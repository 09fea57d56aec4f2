import type { Check } from '../Check.ts';
import { failed, type Outcome, ok, unknown } from '../Outcome.ts';
import type { TwilioSender } from '../twilio/TwilioFacts.ts';

/** What the connection sends from is the account's, and sends SMS. */
export const twilioSender: Check = {
  id: 'twilio-sender',
  area: 'twilio',
  right:
    'With --twilio: the number is of the account and sends SMS, or the messaging service exists and has senders',
  scopes: ['read:connections'],
  look: ({ twilio }) => {
    if (twilio === null || twilio.account.is !== 'known') return [];
    if (twilio.senders.length === 0)
      return [unknown(null, 'No connection is known that sends by Twilio.', choose)];
    return twilio.senders.map(({ connection, answer }) =>
      answer.is === 'known'
        ? judge(connection, answer.value)
        : unknown(connection, answer.reason, {
            dashboard: 'Look at status.twilio.com.',
            command: 'npm run doctor -- --twilio',
            note: 'again, in a while',
          }),
    );
  },
};

function judge(connection: string, sender: TwilioSender): Outcome {
  switch (sender.kind) {
    case 'name':
      return unknown(
        connection,
        `It sends from a name, ${sender.name}: Twilio lists it nowhere, and some countries refuse names.`,
        choose,
      );
    case 'number':
      if (!sender.isOwned)
        return failed(connection, `${sender.number} is not a number of this account.`, choose);
      return sender.canSendSms
        ? ok(connection, `${sender.number} is of this account, and sends SMS.`)
        : failed(connection, `${sender.number} does not send SMS, only calls.`, choose);
    case 'service':
      if (!sender.exists)
        return failed(connection, `The messaging service ${sender.sid} is not of this account.`, choose);
      return sender.senders > 0
        ? ok(connection, `The messaging service ${sender.sid} has senders.`)
        : failed(connection, `The messaging service ${sender.sid} has nothing to send from.`, {
            dashboard:
              'console.twilio.com > Messaging > Services > (the service) > Sender Pool: Add Senders.',
            command: 'npm run doctor -- --twilio',
            note: 'afterwards, to look again',
          });
  }
}

const choose = {
  dashboard:
    'console.twilio.com > Phone Numbers > Active numbers: one that sends SMS; then Authentication > Passwordless > SMS > From, Save.',
  command: 'npm run setup-tenant -- --apply',
  note: 'with tenant.sms.from, or messagingServiceSid, in login.config.ts',
};
