import type { Answer } from '../Answer.ts';
import type { BuiltPage } from '../BuiltPage.ts';
import { offered } from '../methods.ts';
import { providerProblems } from '../providerProblems.ts';
import type { Sender } from '../twilio/Sender.ts';
import type { ReadConnection } from './readConnections.ts';
import type { ReadProvider } from './smsProviderOf.ts';

/** What the offered connections send from by Twilio: their own sender, or the tenant's where theirs is incomplete. */
export function sendersOf(
  connections: Answer<readonly ReadConnection[]>,
  phone: Answer<ReadProvider | null>,
  built: readonly BuiltPage[],
): { connection: string; sender: Sender }[] {
  if (!connections.known) return [];
  const all = connections.value;
  const names = offered(
    all.map(({ facts }) => facts),
    built,
  ).map(({ name }) => name);
  return all.flatMap(({ facts: { name, sms }, sender }) => {
    if (!names.includes(name) || sms === null) return [];
    const isOwn = providerProblems(sms).length === 0;
    const tenants = phone.known ? (phone.value?.sender ?? null) : null;
    const from = isOwn ? sender : (tenants ?? sender);
    return from === null ? [] : [{ connection: name, sender: from }];
  });
}
