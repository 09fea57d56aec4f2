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
/**
 * What stands between the digits of a number: all that libphonenumber takes (1.13.16 of libphonenumber-js,
 * `source/constants.js`), wide forms, quotes, dots, bullets, the frame of an emoji. A colon or a comma ends a number,
 * but for one within it.
 */
const BETWEEN =
  '(?:[-+\\d\\s()[\\]./~*\'"`_|\\\\\\xa0-\\xbf\\u2010-\\u205e\\u20e3\\u2212\\u2219\\u223c\\u22c5\\u3000-\\u3030\\u30fb\\u30fc\\ufe50-\\ufe6b\\uff02-\\uff0b\\uff0d-\\uff0f\\uff3b-\\uff40\\uff5b-\\uff65]|,(?=\\d{3}))*';
/** Digits and what stands between them; an extension, or a word of the sentence around it, ends them. */
const WRITTEN = new RegExp(`[+\\d]${BETWEEN}`, 'g');
/** Such a number and nothing else, as text or as an address (RFC 3966). */
const ALONE = new RegExp(
  `^(?:(?:tel|sms|callto):)?[(\\uff08]?[+\\d]${BETWEEN}(?:;[a-z-]+=[-+\\d().]+)*$`,
  'i',
);
/** A count or a year before the number, such as "my 2 numbers", has no more digits. */
const MOST_OF_OTHERS = 4;
/** Fewer digits are no number that someone has, within a text with several. */
const FEWEST = 7;
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
  const isMeantSo = !(first.national.startsWith('0') && OPTIONAL_ZERO.test(text));
  if (first.isValid && first.problem === null && isMeantSo) return first;
  const other = otherWays(digits, first, plan)
    .map((it) => readAsWritten(plans, it, plan))
    .find(({ isValid, problem }) => isValid && problem === null);
  return other ?? first;
}

/** Whether a text is a phone number, and not just has one in it. */
export const isNumberAlone = (text: string): boolean =>
  text.length <= LONGEST_TEXT && ALONE.test(plainText(text).trim());

/** With digits, spaces and plus signs that are plain, and nothing that is not seen. */
const plainText = (text: string): string =>
  asciiDigits(visibleText(text)).replace(/[\uff0b\ufe62\u207a]/g, '+');

/** Its plus sign and its digits. */
function dialable(text: string): string {
  const plain = plainText(text.slice(0, LONGEST_TEXT));
  const [, context = ''] = /;phone-context=(\+[\d().-]+)/i.exec(plain) ?? [];
  const [subscriber = ''] = plain.replace(/^\s*\w+:/, '').split(';');
  const written = likeliest(subscriber.includes('+') ? subscriber : context + subscriber);
  // Someone who pastes behind what stands there already means the second one.
  const [international] = /\+[^+\d]*\d[^+]*$/.exec(written) ?? [];
  return (international === undefined ? '' : '+') + (international ?? written).replace(/\D/g, '');
}

/** The number of a sentence: the first one, unless it is too short for one, and another one is not. */
function likeliest(text: string): string {
  const all = text.match(WRITTEN) ?? [];
  const [first = '', ...others] = all;
  if (digitsIn(first) > MOST_OF_OTHERS || first.includes('+')) return first;
  // What follows a letter at once is the rest of a number with a slip, as in "04l2 345 678".
  const whole = others.filter((it) => !/[^\s(:.,-]$/.test(text.slice(0, text.lastIndexOf(it))));
  return whole.find((it) => digitsIn(it) >= FEWEST) ?? first;
}

const digitsIn = (text: string): number => text.replace(/\D/g, '').length;

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
  const sharing = plans.sharing(callingCode);
  const [main = plan] = sharing;
  const isValid = exact.pattern.test(national);
  const problem = lengthProblem(
    callingCode,
    national,
    [exact, main, plan].flatMap((it) => it.lengths),
  );
  // Short numbers of Canada are told from those of the US by their whole pattern alone.
  const isElsewhere = problem === 'tooShort' && sharing.some(({ pattern }) => pattern.test(national));
  return {
    // While a national number is typed, it is not yet known whose it is.
    country: (isInternational || isValid ? exact : plan).country || null,
    callingCode,
    national,
    isInternational,
    isValid,
    problem: isElsewhere ? null : problem,
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
function otherWays(digits: string, { callingCode, national }: ReadNumber, selected: NumberingPlan): string[] {
  const [own = ''] = selected.idd.exec(digits) ?? [];
  // Where 0011 is the country's own, it is meant: a number that lacks a digit would be one of the US behind 00 or 001.
  const idds = own === '0011' ? [] : FOREIGN_IDDS.filter((idd) => digits.startsWith(idd));
  return [
    ...idds.map((idd) => `+${digits.slice(idd.length)}`),
    `+${callingCode}${national.replace(/^0+/, '')}`,
  ];
}

function unreadable(problem: NumberProblem, isInternational = false): ReadNumber {
  return { country: null, callingCode: '', national: '', isInternational, isValid: false, problem };
}
