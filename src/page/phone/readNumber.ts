import { asciiDigits } from '../markup/asciiDigits.ts';
import { visibleText } from '../markup/visibleText.ts';
import type { NumberProblem } from '../PageData.ts';
import type { NumberingPlan, NumberingPlans } from './NumberingPlans.ts';

/** What a visitor has written, as a phone number. */
export interface ReadNumber {
  /** ISO 3166-1 alpha-2 of the country that the number belongs to; `null` when it belongs to none that is known. */
  country: string | null;
  /** Empty where none can be read. With `national`, the number in E.164. */
  callingCode: string;
  /** Without the prefix that is dialed at home. */
  national: string;
  /** Whether the calling code was written, and not just taken from the country that was selected. */
  isInternational: boolean;
  /** Whether it is built like a number of its country; one that only has a possible length may exist, too. */
  isValid: boolean;
  problem: NumberProblem | null;
}

/** Auth0's own rule is `^\+[0-9]{1,15}$`. */
const MOST_DIGITS = 15;
/** libphonenumber reads no shorter number. */
const SHORTEST = 2;
/** Digits and what stands between them; an extension, or a word of the sentence around it, ends them. */
const WRITTEN = /[+\d][-+\d\s()[\]./~*'’·\u2010-\u2015\u2212\ufe63\uff0d]*/;
/** Longer texts are no phone numbers, and must not keep the browser busy. */
const LONGEST_TEXT = 250;
/** Even in Italy, whose landlines keep their zero, someone who writes it so means a number without it. */
const OPTIONAL_ZERO = /\(\s*0\s*\)/;
/** Prefixes of international calls that people take along from where they know them, the longest first. */
const FOREIGN_IDDS = ['0011', '011', '010', '009', '001', '810', '119', '00'];

/**
 * Reads a phone number as people write it: in their country's own way or with a calling code, with any
 * punctuation, in digits of any script, with `(0)` in the middle, as a `tel:` address, within a sentence.
 *
 * It is read as libphonenumber would read it in the selected country. Where that gives no valid number, and another
 * way that people write does, that one is taken: the prefix for international calls of another country, or a
 * zero that belongs to numbers elsewhere.
 *
 * @param text - what was typed, pasted or filled in, or came with the request
 * @param selected - the country that is selected, ISO 3166-1 alpha-2
 */
export function readNumber(plans: NumberingPlans, text: string, selected: string): ReadNumber {
  const digits = dialable(text);
  const plan = plans.of(selected);
  if (!/\d/.test(digits) || plan === undefined)
    return unreadable(visibleText(text).trim() === '' ? 'missing' : 'invalid');
  const first = readAsWritten(plans, digits, plan);
  if (first.isValid && !(first.national.startsWith('0') && OPTIONAL_ZERO.test(text))) return first;
  const other = otherWays(digits, first)
    .map((it) => readAsWritten(plans, it, plan))
    .find(({ isValid }) => isValid);
  return other ?? first;
}

/** Its plus sign and its digits. */
function dialable(text: string): string {
  const plain = asciiDigits(visibleText(text.slice(0, LONGEST_TEXT))).replace(/[\uff0b\ufe62\u207a]/g, '+');
  const [, context = ''] = /;phone-context=(\+[\d().-]+)/i.exec(plain) ?? [];
  const [subscriber = ''] = plain.replace(/^\s*\w+:/, '').split(';');
  const number = subscriber.includes('+') ? subscriber : context + subscriber;
  const [written = ''] = WRITTEN.exec(number) ?? [];
  // Someone who pastes behind what stands there already means the second one.
  const [international] = /\+[^+\d]*\d[^+]*$/.exec(written) ?? [];
  return (international === undefined ? '' : '+') + (international ?? written).replace(/\D/g, '');
}

/** As libphonenumber does (libphonenumber-js 1.13.16, `source/parse.js`), given digits with or without a plus sign. */
function readAsWritten(plans: NumberingPlans, digits: string, selected: NumberingPlan): ReadNumber {
  const abroad = international(plans, digits, selected);
  if (abroad === null) return complete(plans, selected, withoutPrefix(plans, digits, selected), false);
  const main = abroad.startsWith('0') ? undefined : plans.ofNumber(abroad);
  if (main === undefined) return unreadable('invalid', true);
  const shared = selected.callingCode === main.callingCode ? selected : main;
  return complete(plans, shared, withoutPrefix(plans, abroad.slice(main.callingCode.length), main), true);
}

/** Calling code and number, of a text that has both; `null` for a national number. */
function international(plans: NumberingPlans, digits: string, selected: NumberingPlan): string | null {
  if (digits.startsWith('+')) return digits.slice(1);
  const [idd = ''] = selected.idd.exec(digits) ?? [];
  const rest = digits.slice(idd.length);
  if (idd !== '' && rest !== '' && !rest.startsWith('0')) return rest;
  const { callingCode, pattern, lengths } = selected;
  if (!digits.startsWith(callingCode)) return null;
  // Some leave out the plus sign.
  const whole = withoutPrefix(plans, digits, selected);
  const part = withoutPrefix(plans, digits.slice(callingCode.length), selected);
  const isMeant = !pattern.test(whole) && pattern.test(part);
  return isMeant || whole.length > Math.max(...lengths) ? digits : null;
}

function withoutPrefix(plans: NumberingPlans, digits: string, plan: NumberingPlan): string {
  const { prefix, transform, pattern } = plan;
  const match = prefix === null ? null : prefix.exec(digits);
  if (match === null) return digits;
  const captured = match.length > 1 ? match[match.length - 1] : undefined;
  const without =
    prefix !== null && transform !== '' && captured
      ? digits.replace(prefix, transform)
      : digits.slice(match[0].length);
  if (pattern.test(digits) && !pattern.test(without)) return digits;
  const { lengths } = owner(plans, plan, without);
  const canBe = lengths.includes(without.length) || without.length > Math.max(...lengths);
  return canBe ? without : digits;
}

/** Of the countries that share a calling code, the plan of the one that a number belongs to. */
function owner(plans: NumberingPlans, plan: NumberingPlan, national: string): NumberingPlan {
  const sharing = plans.sharing(plan.callingCode);
  const exact = sharing.find(({ leading }) => leading?.test(national) === true);
  if (exact !== undefined) return exact;
  const [main = plan] = sharing;
  return main.pattern.test(national) ? main : plan;
}

function complete(
  plans: NumberingPlans,
  plan: NumberingPlan,
  national: string,
  isInternational: boolean,
): ReadNumber {
  const exact = owner(plans, plan, national);
  const { callingCode } = plan;
  const [main = plan] = plans.sharing(callingCode);
  const isValid = exact.pattern.test(national);
  return {
    // While a national number is typed, it is not yet known whose it is.
    country: (isInternational || isValid ? exact : plan).country || null,
    callingCode,
    national,
    isInternational,
    isValid,
    problem: lengthProblem(
      callingCode,
      national,
      [exact, main, plan].flatMap((it) => it.lengths),
    ),
  };
}

function lengthProblem(
  callingCode: string,
  { length }: string,
  lengths: readonly number[],
): NumberProblem | null {
  if (callingCode.length + length > MOST_DIGITS || length > Math.max(...lengths)) return 'tooLong';
  if (length < SHORTEST || length < Math.min(...lengths)) return 'tooShort';
  return lengths.includes(length) ? null : 'invalid';
}

/** What else the digits may mean, likelier ones first. */
function otherWays(digits: string, { callingCode, national }: ReadNumber): string[] {
  const idds = FOREIGN_IDDS.filter((idd) => digits.startsWith(idd));
  return [
    ...idds.map((idd) => `+${digits.slice(idd.length)}`),
    `+${callingCode}${national.replace(/^0+/, '')}`,
  ];
}

function unreadable(problem: NumberProblem, isInternational = false): ReadNumber {
  return { country: null, callingCode: '', national: '', isInternational, isValid: false, problem };
}
