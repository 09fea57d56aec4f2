import type { Words } from '../PageData.ts';
import { type Country, countryName, countrySearch } from './countrySearch.ts';
import type { NumberingPlan, NumberingPlans } from './NumberingPlans.ts';
import { type ReadNumber, readNumber } from './readNumber.ts';

/** What `PhoneNumbers` is for. */
export interface PhoneNumbersInput {
  plans: NumberingPlans;
  /** The countries that can be chosen, in order; absent: all, by name. */
  countries?: readonly string[];
  language: string;
  words: Pick<Words, 'phone' | 'error'>;
}

/** Phone numbers as the visitor writes and reads them: under which plans, in which language. */
export class PhoneNumbers {
  /** Those that can be chosen, in the order of the list. */
  readonly countries: readonly Country[];
  /** Those that match a text, the better ones first. */
  readonly search: (text: string) => readonly Country[];
  private readonly plans: NumberingPlans;
  private readonly language: string;
  private readonly words: PhoneNumbersInput['words'];
  private readonly isLimited: boolean;

  constructor({ plans, countries, language, words }: PhoneNumbersInput) {
    this.plans = plans;
    this.language = language;
    this.words = words;
    this.isLimited = countries !== undefined;
    const offered = (countries ?? plans.countries).flatMap((isoCode) => this.offer(isoCode));
    this.countries = countries === undefined ? offered.sort(byName(language)) : offered;
    this.search = countrySearch(this.countries, language);
  }

  /** Whether a country can be chosen. */
  has(isoCode: string): boolean {
    return this.countries.some((it) => it.isoCode === isoCode);
  }

  /**
   * Reads what was written, under the plan of the country that is selected.
   *
   * @param selected - ISO 3166-1 alpha-2
   */
  read(text: string, selected: string): ReadNumber {
    return readNumber(this.plans, text, selected);
  }

  /** The country that digits belong to that begin with a calling code, the main one of several. */
  countryOf(digits: string): string {
    const main = this.plans.ofNumber(digits);
    const rest = digits.slice(main?.callingCode.length);
    const exact = this.plans.sharing(main?.callingCode ?? '').find(({ leading }) => leading?.test(rest));
    return (exact ?? main)?.country ?? '';
  }

  /** The country to show for a number: its own, or one with the same calling code, if it can be chosen. */
  shown({ country, callingCode }: ReadNumber, selected: string): string {
    if (country === null || this.has(country)) return country ?? selected;
    if (this.plans.callingCodeOf(selected) === callingCode) return selected;
    return this.plans.sharing(callingCode).find((it) => this.has(it.country))?.country ?? selected;
  }

  /** What is wrong with a number, in words; `null` when it can be one. */
  problem(number: ReadNumber, selected: string): string | null {
    const { phone, error } = this.words;
    const { callingCode, problem } = number;
    if (problem === 'missing') return phone.missing;
    if (problem === null) return this.isOffered(callingCode) ? null : this.notOffered(callingCode);
    const plan = this.plans.of(this.shown(number, selected));
    const isKnown = callingCode !== '' && this.isOffered(callingCode) && (plan?.example ?? '') !== '';
    return isKnown ? this.put(phone[problem], plan) : error.badPhone;
  }

  /** What is said of a number whose country cannot be chosen. */
  notOffered(callingCode: string): string {
    const { phone, error } = this.words;
    const plan = this.plans.sharing(callingCode)[0];
    // Satellite phones are of no country, and `Intl.DisplayNames` throws for none.
    return (plan?.country ?? '') === '' ? error.badPhone : this.put(phone.notOffered, plan);
  }

  /** A number as one writes it for the whole world: `+61 412 345 678`. */
  format({
    callingCode,
    national,
    country,
  }: Pick<ReadNumber, 'callingCode' | 'national' | 'country'>): string {
    const plan = this.plans.of(country ?? '') ?? this.plans.sharing(callingCode)[0];
    return `+${callingCode} ${grouped(national, this.groups(plan))}`;
  }

  /** A number as it stands in the field, under the country that it belongs to. */
  inField(number: ReadNumber): string {
    const { country, national } = number;
    const whole = this.format(number);
    const plan = this.plans.of(country ?? '');
    const own = grouped(national, this.groups(plan));
    // Some numbers begin with what would be taken for a prefix.
    return country !== null && this.read(own, country).national === national ? own : whole;
  }

  /** How many digits of a country's numbers stand together after its calling code. */
  private groups(plan: NumberingPlan | undefined): readonly number[] {
    if (plan === undefined || plan.groups.length > 0) return plan?.groups ?? [];
    // As at home, without the prefix.
    const lengths = (plan.example.match(/\d+/g) ?? []).map(({ length }) => length);
    let before = lengths.reduce((sum, length) => sum + length, 0);
    before -= this.read(plan.example, plan.country).national.length;
    return lengths.flatMap((length) => {
      const left = length - before;
      before = Math.max(0, -left);
      return left > 0 ? [left] : [];
    });
  }

  private isOffered(callingCode: string): boolean {
    return !this.isLimited || this.plans.sharing(callingCode).some(({ country }) => this.has(country));
  }

  private put(words: string, plan: NumberingPlan | undefined): string {
    const country = plan === undefined ? '' : countryName(plan.country, this.language);
    // The digits of an example stay in their order in Arabic, too: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
    const example = `\u2066${plan?.example ?? ''}\u2069`;
    return words.split('{country}').join(country).split('{example}').join(example);
  }

  private offer(isoCode: string): Country[] {
    const callingCode = this.plans.callingCodeOf(isoCode);
    if (callingCode === undefined) return [];
    return [{ isoCode, callingCode, name: countryName(isoCode, this.language) }];
  }
}

function byName(language: string): (one: Country, other: Country) => number {
  const { compare } = new Intl.Collator(language);
  return (one, other) => compare(one.name, other.name);
}

/** In the groups of the example when it has as many digits, else in threes. */
function grouped(digits: string, groups: readonly number[]): string {
  const isSame = groups.reduce((sum, length) => sum + length, 0) === digits.length;
  if (!isSame) return digits.replace(/(\d{3})(?=\d{2})/g, '$1 ');
  let from = 0;
  return groups
    .map((length) => {
      from += length;
      return digits.slice(from - length, from);
    })
    .join(' ');
}
