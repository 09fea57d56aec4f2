import { document } from '../pages/document.ts';
import { escapeHtml } from '../pages/escapeHtml.ts';
import type { Message } from './Message.ts';
import { messageItem } from './messageItem.ts';

/** The outbox as a page: readable without any script, live with one. */
export function outboxPage(messages: readonly Message[], to: string | undefined): string {
  const items = messages.map(messageItem).join('\n');
  return document({
    title: 'Outbox',
    current: '/tenant/outbox',
    scripts: ['/tenant/assets/outbox.js'],
    body: `<main class="app">
<h1>Outbox</h1>
<p class="quiet">${to === undefined ? ALL : only(to)}</p>
<p id="status" class="quiet" role="status"></p>
<ul id="messages" class="cards rows">
${items === '' ? empty(to) : items}
</ul>
</main>`,
  });
}

const ALL =
  'The SMS and emails that a real tenant would have sent, newest first. For programs: <a href="/tenant/outbox.json">/tenant/outbox.json</a>';

const only = (to: string) =>
  `Only what was sent to <strong>${escapeHtml(to)}</strong>. <a href="/tenant/outbox">Show everything</a>`;

const empty = (to: string | undefined) => `<li class="card"><h2 class="first">Nothing yet.</h2>
<p>${to === undefined ? 'Nobody has asked for a code.' : `Nobody has asked for a code for ${escapeHtml(to)}.`} Log in with any
phone number or address, in the <a href="/app">sample app</a> or in one of the <a href="/tenant">scenarios</a>: what it
is sent appears here at once.</p></li>`;
