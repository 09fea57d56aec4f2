import { type Answer, mapAnswer } from '../Answer.ts';
import type { Facts } from '../Facts.ts';
import { offered } from '../methods.ts';
import type { Sender } from '../twilio/Sender.ts';
import { whoSends } from '../whoSends.ts';
import type { ReadConnection } from './readConnections.ts';
import type { ReadPhoneProvider } from './readPhoneProvider.ts';

/** What the offered connections send from by Twilio: their own sender, or the tenant's where that one sends. */
export function sendersOf(
  connections: Answer<readonly ReadConnection[]>,
  phone: Answer<ReadPhoneProvider | null>,
  { unifiedPhone, built }: Pick<Facts, 'unifiedPhone' | 'built'>,
): { connection: string; sender: Sender }[] {
  if (!connections.known) return [];
  const all = connections.value;
  const names = offered(
    all.map(({ facts }) => facts),
    built,
  ).map(({ name }) => name);
  const phoneProvider = mapAnswer(phone, (it) => it?.facts ?? null);
  return all.flatMap(({ facts, sender }) => {
    if (!names.includes(facts.name)) return [];
    const sends = whoSends(facts, { unifiedPhone, phoneProvider });
    if (sends === null || !sends.known || sends.value.by === 'unknown') return [];
    const isTenants = sends.value.by === 'tenant';
    const from = isTenants && phone.known ? (phone.value?.sender ?? null) : sender;
    return from === null ? [] : [{ connection: facts.name, sender: from }];
  });
}
