import twilio from 'twilio';
import { oneLine } from '../../../settings/oneLine.ts';
import { patientFetch } from '../../api/patientFetch.ts';
import { maskSid } from '../maskSid.ts';
import type { Sender } from './Sender.ts';
import type { TwilioCredentials } from './TwilioCredentials.ts';
import type { TwilioFacts, TwilioSender } from './TwilioFacts.ts';
import { toTwilioAnswer } from './toTwilioAnswer.ts';

type Twilio = ReturnType<typeof twilio>;
type RequestClient = InstanceType<typeof twilio.RequestClient>;
type RequestOptions = Parameters<RequestClient['request']>[0];

/** A person waits for the answer. */
const PATIENCE = { timeLimit: 15_000, longestWait: 10_000 };

/**
 * Asks Twilio about an account and what it sends from, through the `twilio` SDK; it only reads.
 *
 * @param senders - of connections, by their names
 * @param fetch - carries the requests
 */
export async function askTwilio(
  { sid, token }: TwilioCredentials,
  senders: readonly { connection: string; sender: Sender }[],
  fetch: typeof globalThis.fetch,
): Promise<TwilioFacts> {
  const client = twilio(sid, token, { httpClient: httpClientOf(patientFetch(fetch, PATIENCE)) });
  const account = await toTwilioAnswer(async () => {
    const { status, type } = await client.api.v2010.accounts(sid).fetch();
    if (typeof status !== 'string') throw new Error('The answer is not an account.');
    return { sid: maskSid(sid), status: oneLine(status, 40), isTrial: type === 'Trial' };
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

/** The SDK's own takes its proxy from `HTTP_PROXY` alone, no exceptions, and no certificates that `.env` names. */
function httpClientOf(fetch: typeof globalThis.fetch): RequestClient {
  const client = {
    request: async ({ method, uri, username = '', password = '', headers, params = {} }: RequestOptions) => {
      const url = new URL(uri);
      for (const [name, value] of Object.entries(params)) url.searchParams.append(name, String(value));
      const authorization = `Basic ${btoa(`${username}:${password}`)}`;
      const response = await fetch(url, {
        method: method.toUpperCase(),
        headers: { ...headers, authorization },
      });
      return { statusCode: response.status, body: await response.text(), headers: {} };
    },
  };
  // The SDK uses nothing else of it.
  return client as unknown as RequestClient;
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
