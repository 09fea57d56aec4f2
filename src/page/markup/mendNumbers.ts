import { plainNumber } from './plainNumber.ts';

const FIELD = 'input[name=phoneNumber], input[name=vcode]';

/** Lets a number or a code be typed, pasted or filled in as people and phones write it. */
export function mendNumbers(container: HTMLElement): void {
  // Not by the field's own property, by which React tells what it has set itself from what was typed.
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  container.addEventListener(
    'input',
    ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !target.matches(FIELD)) return;
      const { value, selectionStart } = target;
      const plain = plainNumber(value);
      if (plain === value) return;
      set?.call(target, plain);
      if (plain.length === value.length) target.setSelectionRange(selectionStart, selectionStart);
    },
    true,
  );
}
