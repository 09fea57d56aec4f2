import { escapeHtml } from '../pages/escapeHtml.ts';
import { emailDocument } from './emailDocument.ts';
import type { Message } from './Message.ts';
import { smsSize } from './smsSize.ts';

/** A message as an item of the outbox. Its id tells it from those of a tenant that was started before. */
export function messageItem(message: Message): string {
  const { channel, to, application, sentAt, number, text, html, undelivered, problems } = message;
  const address = `/tenant/outbox?${new URLSearchParams({ to })}`;
  const when = new Date(sentAt).toISOString();
  const notes = [...(undelivered === null ? [] : [undelivered]), ...problems];
  return `<li class="card" id="message-${number}-${sentAt}">
<h2 class="first"><span class="channel">${channel === 'sms' ? 'SMS' : 'Email'}</span> to <a href="${escapeHtml(address)}">${escapeHtml(to)}</a>${undelivered === null ? '' : ' <strong class="channel bad">Not delivered</strong>'}</h2>
<p class="quiet">${escapeHtml(application)}, <time datetime="${when}">${when.slice(0, 19).replace('T', ' ')} UTC</time></p>
${facts(message)}
${notes.map((note) => `<p class="bad">${escapeHtml(note)}</p>`).join('\n')}
${html !== null && text !== '' ? frame(html) : message.link === null ? letter(text) : ''}
${undelivered !== null && text !== '' ? '' : message.link === null ? codeRow(message) : linkRow(message, message.link)}
${html !== null || message.link !== null ? asText(text) : ''}</li>`;
}

function facts({ channel, from, subject, language, text }: Message): string {
  const rows: [name: string, value: string][] = [];
  if (from !== null) rows.push(['From', from]);
  if (subject !== null) rows.push(['Subject', subject]);
  if (language !== '') rows.push(['Language', language]);
  if (channel === 'sms' && text !== '') rows.push(['Size', sizeText(text)]);
  if (rows.length === 0) return '';
  const items = rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<dl class="facts">${items.join('')}</dl>`;
}

/** More are not shown: the first ones tell. */
const MOST_FOREIGN = 8;

/** `1 segment, 33 characters of GSM-7`, or why it is not. */
function sizeText(text: string): string {
  const { encoding, characters, segments, foreign } = smsSize(text);
  const because = foreign.slice(0, MOST_FOREIGN).map((it) => (it.trim() === '' ? nameOf(it) : `“${it}”`));
  const more = foreign.length > MOST_FOREIGN ? ' …' : '';
  return [
    `${segments} ${segments === 1 ? 'segment' : 'segments'}`,
    `${characters} ${characters === 1 ? 'character' : 'characters'}`,
    encoding === 'GSM-7' ? encoding : `${encoding} because of ${because.join(' ')}${more}`,
  ].join(', ');
}

const nameOf = (blank: string): string =>
  `U+${(blank.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Loads from elsewhere, which the frame does not. */
const REMOTE = /(?:src|background)\s*=\s*["']?\s*(?:https?:)?\/\/|url\(\s*["']?\s*(?:https?:)?\/\//i;

const frame = (html: string): string =>
  `<iframe class="email" title="The email" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escapeHtml(emailDocument(html))}"></iframe>
${REMOTE.test(html) ? '<p class="quiet">Pictures from other servers are not loaded here.</p>' : ''}`;

const letter = (text: string): string => (text === '' ? '' : `<p class="letter">${escapeHtml(text)}</p>`);

const codeRow = ({ code }: Message): string =>
  `<p class="row"><span class="code">${escapeHtml(code)}</span> ${copyButton(code, 'code')}</p>`;

const linkRow = ({ scanned }: Message, link: string): string =>
  `<p class="row"><a class="button" href="${escapeHtml(link)}">Open the link</a> ${copyButton(link, 'link')}</p>
<p class="quiet">${scanned ? SCANNED : 'In this browser, as people must: the link belongs to the login that was begun in it.'}</p>`;

const SCANNED =
  'A mail scanner has opened this link before you, and used it up: it no longer logs anyone in.';

const asText = (text: string): string =>
  text === ''
    ? ''
    : `<details><summary>The email’s text</summary><p class="letter">${escapeHtml(text)}</p></details>`;

const copyButton = (text: string, what: string): string =>
  `<button type="button" data-copy="${escapeHtml(text)}" aria-label="Copy the ${what}">Copy</button>`;
