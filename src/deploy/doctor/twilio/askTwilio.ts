import twilio from 'twilio';
import { maskSid } from '../maskSid.ts';
import type { Sender } from './Sender.ts';
import type { TwilioCredentials } from './TwilioCredentials.ts';
import type { TwilioFacts, TwilioSender } from './TwilioFacts.ts';
import { toTwilioAnswer } from './toTwilioAnswer.ts';

type Twilio = ReturnType<typeof twilio>;
type RequestClient = InstanceType<typeof twilio.RequestClient>;

/** Milliseconds for one request. */
const TIME_LIMIT = 15_000;

/**
 * Asks Twilio about an account and what it sends from, through the `twilio` SDK; it only reads. The SDK minds
 * `HTTP_PROXY`.
 *
 * @param senders - of connections, by their names
 * @param httpClient - what carries the requests; default: the SDK's own
 */
export async function askTwilio(
  { sid, token }: TwilioCredentials,
  senders: readonly { connection: string; sender: Sender }[],
  httpClient?: RequestClient,
): Promise<TwilioFacts> {
  const client = twilio(sid, token, {
    timeout: TIME_LIMIT,
    autoRetry: true,
    maxRetries: 2,
    ...(httpClient !== undefined && { httpClient }),
  });
  const account = await toTwilioAnswer(async () => {
    const { status, type } = await client.api.v2010.accounts(sid).fetch();
    if (typeof status !== 'string') throw new Error('The answer is not an account.');
    return { sid: maskSid(sid), status, isTrial: type === 'Trial' };
  });
  // Each further question would be answered the same way.
  if (account.is !== 'known') return { account, senders: [] };
  return {
    account,
    senders: await Promise.all(
      senders.map(async ({ connection, sender }) => ({
        connection,
        answer: await toTwilioAnswer(() => askSender(client, sender)),
      })),
    ),
  };
}

async function askSender(client: Twilio, sender: Sender): Promise<TwilioSender> {
  if ('messagingService' in sender) return askService(client, sender.messagingService);
  const { from } = sender;
  if (!/^\+\d+$/.test(from)) return { kind: 'name', name: from };
  const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: from, limit: 1 });
  const isOwned = number?.phoneNumber === from;
  return { kind: 'number', number: from, isOwned, canSendSms: isOwned && number.capabilities.sms === true };
}

async function askService(client: Twilio, sid: string): Promise<TwilioSender> {
  const service = client.messaging.v1.services(sid);
  const shown = maskSid(sid);
  const exists = await service.fetch().then(
    () => true,
    (error: { status?: unknown }) => {
      if (error.status === 404) return false;
      throw error;
    },
  );
  if (!exists) return { kind: 'service', sid: shown, exists, senders: 0 };
  const lists = await Promise.all([
    service.phoneNumbers.list({ limit: 20 }),
    service.shortCodes.list({ limit: 20 }),
    service.alphaSenders.list({ limit: 20 }),
  ]);
  return { kind: 'service', sid: shown, exists, senders: lists.flat().length };
}
