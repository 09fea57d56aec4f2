import { document } from '../pages/document.ts';
import { escapeHtml } from '../pages/escapeHtml.ts';
import type { Message } from './Message.ts';

/** The outbox as a page: readable without any script, live with one. */
export function outboxPage(messages: readonly Message[], to: string | undefined): string {
  const whom = to === undefined ? '' : ` to ${escapeHtml(to)}`;
  const items = messages.map(item).join('\n');
  return document({
    title: 'Outbox',
    scripts: ['/tenant/assets/outbox.js'],
    body: `<main>
<h1>Outbox</h1>
<p class="quiet">What a real tenant would have sent${whom}, newest first. The same as JSON: <a href="/tenant/outbox.json">/tenant/outbox.json</a></p>
<p id="status" class="quiet" role="status"></p>
<ul id="messages" class="cards wide">
${items === '' ? EMPTY : items}
</ul>
</main>`,
  });
}

const EMPTY =
  '<li>Nothing yet. Ask for a code on a login page: in the <a href="/app">sample app</a>, or in a <a href="/tenant">scenario</a>.</li>';

function item({ channel, to, application, text, code, link, sentAt, number }: Message): string {
  const when = new Date(sentAt).toISOString();
  const channelName = channel === 'sms' ? 'SMS' : 'Email';
  const what =
    link === null
      ? `<p><span class="code">${escapeHtml(code)}</span> <button type="button" data-copy="${escapeHtml(code)}">Copy</button></p>`
      : `<p><a class="button" href="${escapeHtml(link)}">Open the link</a> <button type="button" data-copy="${escapeHtml(link)}">Copy</button></p>
<p class="quiet">In this browser, as people must: the link belongs to it.</p>`;
  return `<li class="card" id="message-${number}"><h3>${channelName} to ${escapeHtml(to)}</h3>
<p class="quiet">${escapeHtml(application)}, <time datetime="${when}">${when.slice(11, 19)} UTC</time></p>
${what}
<details><summary>As it is read</summary><p class="letter">${escapeHtml(text)}</p></details></li>`;
}
