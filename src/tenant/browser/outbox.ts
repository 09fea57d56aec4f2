// The outbox, live: what the server has rendered is brought up to what it renders now.
import { onCopy } from './onCopy.ts';
import { mergeMessages } from './outbox/mergeMessages.ts';
import { showTimes } from './outbox/showTimes.ts';
import { onTenantEvent } from './tenantEvents.ts';

const list = document.getElementById('messages');
const status = document.getElementById('status');
let asked = 0;

onTenantEvent((event) => {
  // `page` comes with each connection: what was sent while there was none is not missed.
  if (event.type === 'outbox' || event.type === 'page') void refresh();
});
onCopy(document, say);
showTimes(document, Date.now());
setInterval(() => showTimes(document, Date.now()), 10_000);

async function refresh(): Promise<void> {
  const mine = ++asked;
  const html = await fetch(location.href, { headers: { accept: 'text/html' } }).then(
    (response) => response.text(),
    // The tenant has ended; the next connection asks again.
    () => null,
  );
  // Another message has come meanwhile, whose answer is the newer one.
  if (html === null || mine !== asked || list === null) return;
  const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('messages');
  if (fresh === null) return;
  const added = mergeMessages(list, fresh);
  showTimes(list, Date.now());
  const [newest] = added;
  if (newest !== undefined) say(`New: ${newest.querySelector('h2')?.textContent ?? ''}`);
}

function say(text: string): void {
  if (status !== null) status.textContent = text;
}
