import { plainCode } from './plainCode.ts';
import { plainEmail } from './plainEmail.ts';

interface Reading {
  plain: (text: string) => string;
  /** Whether at each key. An address is read once it is finished: a full stop at the end may become `.com`. */
  asTyped: boolean;
}

const READINGS: Readonly<Record<string, Reading>> = {
  vcode: { plain: plainCode, asTyped: true },
  email: { plain: plainEmail, asTyped: false },
};

const TYPED = /^(?:insertText|insertCompositionText|delete)/;

// Not by the field's own property, by which React tells what it has set itself from what was typed.
const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;

/**
 * Lets an address or a code be typed, pasted or filled in as people, phones and password managers do it:
 * as text of any kind, and by any event. React hears `change` as well as `input`, Preact `input` alone, and some
 * managers and keyboards fire neither: what Lock has not heard of, it is told before it renders or sends.
 */
export function mendFields(container: HTMLElement): void {
  const heard = new WeakMap<HTMLInputElement, string>();
  const on = (types: readonly string[], listener: (event: Event) => void) => {
    for (const type of types) container.addEventListener(type, listener, true);
  };
  const catchUp = (target: EventTarget | null, isFinished: boolean) => {
    if (!isTextField(target) || target.disabled) return;
    const plain = read(target, isFinished);
    if (plain === (heard.get(target) ?? '')) return;
    show(target, plain);
    target.dispatchEvent(new Event('input', { bubbles: true }));
  };

  on(['input'], (event) => {
    const { target, isTrusted } = event;
    if (!isTextField(target)) return;
    const { inputType, isComposing } = event as InputEvent;
    // What an input method has not finished yet is its own.
    const plain = isComposing === true ? target.value : read(target, !TYPED.test(inputType ?? ''));
    show(target, plain);
    // React keeps a record of what scripts set, and takes what it has there for no change.
    if (!isTrusted) forget(target);
    heard.set(target, plain);
  });
  on(['compositionend'], ({ target }) => catchUp(target, false));
  on(['change', 'focusout'], ({ target }) => catchUp(target, true));
  on(['keyup'], ({ target, isTrusted }) => {
    if (!isTrusted) catchUp(target, false);
  });
  // Before the render that the focus leads to, which would put back what Lock knows.
  on(['focusin'], ({ target }) => queueMicrotask(() => catchUp(target, false)));
  // A form may be sent by Enter too, which is a click on its button.
  on(['click'], ({ target }) => {
    if (!(target instanceof Element) || target.closest('[type=submit]') === null) return;
    for (const field of container.querySelectorAll('input')) catchUp(field, true);
  });
}

function isTextField(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && /^(?:text|tel|email|search)$/.test(target.type);
}

function read({ name, value }: HTMLInputElement, isFinished: boolean): string {
  const reading = READINGS[name];
  return reading !== undefined && (isFinished || reading.asTyped) ? reading.plain(value) : value;
}

/** Shows what was read, with the caret after the same character as before. */
function show(field: HTMLInputElement, plain: string): void {
  const { name, value, selectionStart } = field;
  if (plain === value) return;
  setValue?.call(field, plain);
  // An email field has none.
  if (selectionStart === null) return;
  const caret = READINGS[name]?.plain(value.slice(0, selectionStart)).length ?? plain.length;
  field.setSelectionRange(caret, caret);
}

/** Has React's record of the field differ from what is there. */
function forget(field: HTMLInputElement): void {
  const { value, selectionStart, selectionEnd } = field;
  field.value = '';
  setValue?.call(field, value);
  if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
}
