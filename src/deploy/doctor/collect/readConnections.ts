import * as v from 'valibot';
import { oneLine } from '../../../settings/oneLine.ts';
import { allPages, type ManagementApi } from '../../api/ManagementApi.ts';
import { type Answer, known } from '../Answer.ts';
import type { PasswordlessConnection } from '../ConnectionFacts.ts';
import type { Sender } from '../twilio/Sender.ts';
import { ask } from './ask.ts';
import { smsProviderOf } from './smsProviderOf.ts';

/** A connection, and what to ask Twilio of it. */
export interface ReadConnection {
  facts: PasswordlessConnection;
  sender: Sender | null;
}

const SCOPE = 'read:connections';

const connectionSchema = v.object({
  id: v.string(),
  name: v.string(),
  strategy: v.string(),
  options: v.nullish(v.record(v.string(), v.unknown()), {}),
});
type Connection = v.InferOutput<typeof connectionSchema>;

/**
 * The connections whose strategy, or name, is `sms` or `email`, and which applications have them enabled.
 *
 * @param twilioSid - the account to compare theirs with; `null`: none
 * @throws ApiFailure when nothing can be asked at all
 */
export async function readConnections(
  api: ManagementApi,
  twilioSid: string | null,
): Promise<Answer<readonly ReadConnection[]>> {
  const answer = await ask(api, {
    doing: 'read the connections',
    scope: SCOPE,
    schema: v.array(connectionSchema),
    request: async (sdk) => {
      const found = new Map<string, unknown>();
      // One that is called sms and is something else is what somebody looks for.
      for (const query of [
        { strategy: ['sms', 'email'] as ('sms' | 'email')[] },
        { name: 'sms' },
        { name: 'email' },
      ]) {
        for (const connection of await allPages(await sdk.connections.list(query))) {
          const { id } = (connection ?? {}) as { id?: unknown };
          found.set(typeof id === 'string' ? id : '', connection);
        }
      }
      return [...found.values()];
    },
  });
  if (!answer.known) return answer;
  const connections: ReadConnection[] = [];
  for (const connection of answer.value) {
    const clients = await readClients(api, connection);
    if (!clients.known) return clients;
    connections.push(toFacts(connection, clients.value, twilioSid));
  }
  return known(connections);
}

function readClients(api: ManagementApi, { id, name }: Connection): Promise<Answer<string[]>> {
  return ask(api, {
    doing: `read which applications have ${oneLine(name, 60)} enabled`,
    scope: SCOPE,
    schema: v.array(
      v.pipe(
        v.object({ client_id: v.string() }),
        v.transform((it) => it.client_id),
      ),
    ),
    request: async (sdk) => allPages(await sdk.connections.clients.get(id)),
  });
}

function toFacts(
  { id, name, strategy, options }: Connection,
  clients: readonly string[],
  twilioSid: string | null,
): ReadConnection {
  const sms = strategy === 'sms' ? smsProviderOf(options, twilioSid) : null;
  return {
    facts: {
      id,
      name: oneLine(name, 60),
      strategy: oneLine(strategy, 60),
      clients,
      sms: sms?.provider ?? null,
      usesPhoneProvider: isBoolean(options['use_phone_provider']) ? options['use_phone_provider'] : null,
      message: messageOf(strategy, options),
      syntax: syntaxOf(strategy, options),
      code: codeOf(options),
      bruteForceProtection: options['brute_force_protection'] !== false,
    },
    sender: sms?.sender ?? null,
  };
}

const totpSchema = v.object({
  totp: v.nullish(v.object({ length: v.nullish(v.number(), 6), time_step: v.nullish(v.number(), 180) }), {}),
});

function codeOf(options: Connection['options']): PasswordlessConnection['code'] {
  const result = v.safeParse(totpSchema, options);
  const { length = 6, time_step = 180 } = result.success ? result.output.totp : {};
  return { digits: length, seconds: time_step };
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

/** Auth0's defaults, where the connection does not say: an SMS has macros, an email Liquid. */
function syntaxOf(strategy: string, options: Connection['options']): PasswordlessConnection['syntax'] {
  const given =
    strategy === 'sms'
      ? options['syntax']
      : (options['email'] as { syntax?: unknown } | null | undefined)?.syntax;
  if (given === 'liquid' || given === 'md_with_macros') return given;
  return strategy === 'sms' ? 'md_with_macros' : 'liquid';
}

/** The text that is sent; `null` where there is none of the team's own. */
function messageOf(strategy: string, options: Connection['options']): string | null {
  const { template, email } = options;
  const text = strategy === 'sms' ? template : (email as { body?: unknown } | null | undefined)?.body;
  return typeof text === 'string' && text.trim() !== '' ? text : null;
}
