import { escapeHtml } from '../pages/escapeHtml.ts';
import type { Message } from './Message.ts';

/** A message as an item of the outbox. Its id tells it from those of a tenant that was started before. */
export function messageItem(message: Message): string {
  const { channel, to, application, sentAt, number } = message;
  const address = `/tenant/outbox?${new URLSearchParams({ to })}`;
  const when = new Date(sentAt).toISOString();
  return `<li class="card" id="message-${number}-${sentAt}">
<h2 class="first"><span class="channel">${channel === 'sms' ? 'SMS' : 'Email'}</span> to <a href="${escapeHtml(address)}">${escapeHtml(to)}</a></h2>
<p class="quiet">${escapeHtml(application)}, <time datetime="${when}">${when.slice(0, 19).replace('T', ' ')} UTC</time></p>
${message.link === null ? withCode(message) : withLink(message, message.link)}</li>`;
}

const withCode = ({ code, text }: Message) => `<p class="letter">${escapeHtml(text)}</p>
<p class="row"><span class="code">${escapeHtml(code)}</span> ${copyButton(code, 'code')}</p>`;

const withLink = (
  { text }: Message,
  link: string,
) => `<p class="row"><a class="button" href="${escapeHtml(link)}">Open the link</a> ${copyButton(link, 'link')}</p>
<p class="quiet">In this browser, as people must: the link belongs to the login that was begun in it.</p>
<details><summary>The email’s text</summary><p class="letter">${escapeHtml(text)}</p></details>`;

const copyButton = (text: string, what: string) =>
  `<button type="button" data-copy="${escapeHtml(text)}" aria-label="Copy the ${what}">Copy</button>`;
