// The outbox, live: what the server has rendered is replaced by what it renders now.
import { onCopy } from './onCopy.ts';
import { onTenantEvent } from './tenantEvents.ts';

const list = document.getElementById('messages');
const status = document.getElementById('status');

onTenantEvent((event) => {
  if (event.type === 'outbox') void refresh();
});
onCopy(document, (text) => say(`Copied ${text}`));

async function refresh(): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  const fresh = new DOMParser()
    .parseFromString(await response.text(), 'text/html')
    .getElementById('messages');
  if (list === null || fresh === null) return;
  list.replaceChildren(...fresh.childNodes);
  say(`${list.querySelectorAll('.card').length} messages`);
}

function say(text: string): void {
  if (status !== null) status.textContent = text;
}
