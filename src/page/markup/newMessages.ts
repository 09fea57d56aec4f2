/** Where Lock says something: an error, that a code or a link was sent, that it was sent again, or was not. */
const MESSAGES = [
  '.auth0-global-message',
  '.auth0-lock-confirmation-content p',
  '.auth0-lock-sent-label, .auth0-lock-sent-failed-label',
  // What is wrong with a field; `missingCode` says its own.
  '.auth0-lock-error-msg:not(.code-missing)',
];

/**
 * Hears what Lock has to say: it puts it on the screen, and tells no screen reader.
 *
 * @returns what is new since the last call
 */
export function newMessages(container: Element): () => string[] {
  let known: readonly string[] = [];
  return () => {
    const now = [...MESSAGES.map((it) => textOf(container.querySelector(it))), codeSent(container)];
    const fresh = now.filter((text, index) => text !== '' && text !== known[index]);
    known = now;
    return fresh;
  };
}

function codeSent(container: Element): string {
  const form = container.querySelector('input[name=vcode]')?.closest('.auth0-lock-form');
  return textOf(form?.querySelector('p'));
}

/** Its text, words apart where a line breaks. */
function textOf(element: Element | null | undefined): string {
  if (element === null || element === undefined) return '';
  const copy = element.cloneNode(true) as Element;
  for (const lineBreak of copy.querySelectorAll('br')) lineBreak.replaceWith(' ');
  return (copy.textContent ?? '').trim();
}
