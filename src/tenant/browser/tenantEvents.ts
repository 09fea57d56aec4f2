/** What the tenant tells open pages; as `src/tenant/http/Events.ts` sends it. */
export type TenantEvent =
  | { type: 'outbox' }
  | { type: 'page'; build: number }
  | { type: 'problem'; message: string };

/** Name of the lock and of the channel. */
const NAME = 'tenant-events';
/** What a page says that has just been opened. */
const HELLO = 'hello';

/**
 * Listens to the tenant. A browser keeps no more than six connections to a host, and streams do not end: with
 * one each, a seventh tab would wait for ever. So one tab listens for all, and the next when that is closed.
 */
export function onTenantEvent(listener: (event: TenantEvent) => void): void {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', ({ data }) => {
    if (data !== HELLO) listener(data as TenantEvent);
  });
  channel.postMessage(HELLO);
  void navigator.locks.request(NAME, () => listenForAll(channel, listener));
}

/** Never resolves: the lock is this tab's until it is closed. The browser connects again by itself. */
function listenForAll(channel: BroadcastChannel, listener: (event: TenantEvent) => void): Promise<never> {
  let state: TenantEvent[] = [];
  new EventSource('/tenant/events').addEventListener('message', ({ data }) => {
    const event = JSON.parse(String(data)) as TenantEvent;
    if (event.type === 'page') state = [event];
    if (event.type === 'problem') state[1] = event;
    channel.postMessage(event);
    listener(event);
  });
  channel.addEventListener('message', ({ data }) => {
    if (data === HELLO) for (const event of state) channel.postMessage(event);
  });
  return new Promise(() => undefined);
}
