/** What the tenant tells open pages; as `src/tenant/http/Events.ts` sends it. */
export type TenantEvent =
  | { type: 'outbox' }
  | { type: 'page'; build: number }
  | { type: 'problem'; message: string };

/** Listens to the tenant; the browser itself connects again when it was started anew. */
export function onTenantEvent(listener: (event: TenantEvent) => void): void {
  new EventSource('/tenant/events').addEventListener('message', ({ data }) => {
    listener(JSON.parse(String(data)) as TenantEvent);
  });
}
