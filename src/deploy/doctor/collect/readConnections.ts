import * as v from 'valibot';
import { isPlainObject } from '../../../settings/isPlainObject.ts';
import { oneLine } from '../../../settings/oneLine.ts';
import { allPages, type ManagementApi } from '../../api/ManagementApi.ts';
import { type Answer, known } from '../Answer.ts';
import type { PasswordlessConnection } from '../ConnectionFacts.ts';
import type { Sender } from '../twilio/Sender.ts';
import { ask } from './ask.ts';
import { providerOptions, smsProviderOf } from './smsProviderOf.ts';

/** A connection, and what to ask Twilio of it. */
export interface ReadConnection {
  facts: PasswordlessConnection;
  sender: Sender | null;
}

const SCOPE = 'read:connections';

const flag = v.nullish(v.boolean(), null);
const text = v.nullish(v.string(), null);
const named = { id: v.string(), name: v.string() };
const common = {
  totp: v.nullish(v.object({ length: v.nullish(v.number(), 6), time_step: v.nullish(v.number(), 180) }), {}),
  brute_force_protection: flag,
};
const smsSchema = v.object({
  ...named,
  strategy: v.literal('sms'),
  options: v.nullish(
    v.object({ ...common, ...providerOptions, use_phone_provider: flag, template: text, syntax: text }),
    {},
  ),
});
const emailSchema = v.object({
  ...named,
  strategy: v.literal('email'),
  options: v.nullish(
    v.object({ ...common, email: v.nullish(v.object({ body: text, syntax: text }), {}) }),
    {},
  ),
});
/** Of another strategy nothing more is looked at. */
const otherSchema = v.object({ ...named, strategy: v.string() });
type Connection = v.InferOutput<typeof smsSchema | typeof emailSchema | typeof otherSchema>;

/** By the strategy, so that what is not understood is told by its field. */
const connectionSchema = v.lazy((given): v.GenericSchema<unknown, Connection> => {
  const strategy = isPlainObject(given) ? given['strategy'] : undefined;
  return strategy === 'sms' ? smsSchema : strategy === 'email' ? emailSchema : otherSchema;
});

/**
 * The connections whose strategy, or name, is `sms` or `email`, and those that the pages name; and which applications
 * have them enabled.
 *
 * @param names - what the pages name
 * @param twilioSid - the account to compare theirs with; `null`: none
 * @throws ApiFailure when nothing can be asked at all
 */
export async function readConnections(
  api: ManagementApi,
  names: readonly string[],
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
        ...[...new Set(['sms', 'email', ...names])].map((name) => ({ name })),
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
  connection: Connection,
  clients: readonly string[],
  twilioSid: string | null,
): ReadConnection {
  const { id, name, strategy } = connection;
  const facts = {
    ...{ id, name: oneLine(name, 60), strategy: oneLine(strategy, 60), clients },
    ...{ sms: null, usesPhoneProvider: null, message: null, syntax: 'liquid' as const },
    code: { digits: 6, seconds: 180 },
    bruteForceProtection: true,
  };
  if (!isSending(connection)) return { facts, sender: null };
  const { totp, brute_force_protection } = connection.options;
  const sending = {
    ...facts,
    code: { digits: totp.length, seconds: totp.time_step },
    bruteForceProtection: brute_force_protection !== false,
  };
  if (connection.strategy === 'email') {
    const { body, syntax } = connection.options.email;
    return { facts: { ...sending, message: filled(body), syntax: syntaxOf(syntax, 'liquid') }, sender: null };
  }
  const { use_phone_provider: usesPhoneProvider, template, syntax } = connection.options;
  const { provider, sender } = smsProviderOf(connection.options, twilioSid);
  return {
    facts: {
      ...{ ...sending, sms: provider, usesPhoneProvider, message: filled(template) },
      syntax: syntaxOf(syntax, 'md_with_macros'),
    },
    sender,
  };
}

type Sending = v.InferOutput<typeof smsSchema | typeof emailSchema>;
const isSending = (connection: Connection): connection is Sending =>
  connection.strategy === 'sms' || connection.strategy === 'email';

/** `ifNone`: Auth0's default, where the connection does not say. */
const syntaxOf = (given: string | null, ifNone: PasswordlessConnection['syntax']) =>
  given === 'liquid' || given === 'md_with_macros' ? given : ifNone;

/** A text of the team's own. */
const filled = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);
