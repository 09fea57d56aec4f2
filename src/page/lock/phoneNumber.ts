import * as field from 'auth0-lock/lib/field/index';
import type { Model } from 'auth0-lock/lib/store/index';
import * as store from 'auth0-lock/lib/store/index';
import { fromJS, List, type Option } from 'immutable';
import type { PhoneNumbers } from '../phone/PhoneNumbers.ts';
import type { Lock } from './Lock.ts';

/**
 * Stands in for Lock's `lib/field/phone_number.js`, which joins the country's code and what was typed, and refuses
 * a plus sign. What is typed stays as it is in the field; the number is read from it whenever Lock asks. The exports
 * have the names and signatures that Lock imports.
 */
let numbers: PhoneNumbers;
let options: List<Option>;

/** How numbers are read and written from now on; to be called before the first Lock is made. */
export function sharePhoneNumbers(given: PhoneNumbers): void {
  numbers = given;
  options = fromJS(
    given.countries.map(({ isoCode, callingCode, name }) => ({
      country: name,
      diallingCode: `+${callingCode}`,
      isoCode,
      label: `+${callingCode} ${isoCode} ${name}`,
      value: `+${callingCode} ${isoCode}`,
    })),
  );
}

/** The countries of Lock's list that match what is searched for. */
export function searchCountries(_all: List<Option>, text: string): List<Option> {
  return List(numbers.search(text).map(({ isoCode }) => optionOf(isoCode)));
}

export function initLocation(m: Model, isoCode: string): Model {
  const located = field.registerOptionField(m, 'location', options, optionOf(isoCode).get('value'));
  // What is still empty has a hint, too.
  return setPhoneNumber(located, field.getFieldValue(m, 'phoneNumber'));
}

/**
 * Keeps what was typed, and shows the country that it is a number of. A text without a calling code is read under the
 * country that a calling code has named before, or, where it is valid there alone, under the one that was chosen.
 */
export function setPhoneNumber(m: Model, text: string): Model {
  const inView = shownCountry(m);
  const { chosen, named } = countries(m);
  const isNamed = numbers.read(text, chosen).isInternational;
  const valid = [named, chosen].find((country) => numbers.read(text, country).isValid);
  const under = isNamed ? chosen : (valid ?? named);
  const number = numbers.read(text, under);
  const shown = numbers.shown(number, under);
  const hint = numbers.problem(number, shown);
  const typed = field
    .setField(m, 'phoneNumber', text, () => ({ valid: hint === null, hint }))
    .mergeIn(['field', 'phoneNumber'], { chosen, named: isNamed ? shown : named, under, shown });
  return shown === inView ? typed : field.setOptionField(typed, 'location', optionOf(shown));
}

/** Once another country is chosen: what was typed is a number of that one. */
function chooseCountry(m: Model): Model {
  const text = field.getFieldValue(m, 'phoneNumber');
  const chosen = shownCountry(m);
  const number = numbers.read(text, chosen);
  const isElsewhere = number.isInternational && numbers.shown(number, chosen) !== chosen;
  return setPhoneNumber(m, isElsewhere ? number.national : text);
}

export function phoneNumberWithDiallingCode(m: Model): string {
  const { callingCode, national } = readField(m);
  return `+${callingCode}${national}`;
}

export function humanPhoneNumberWithDiallingCode(m: Model): string {
  return numbers.format(readField(m));
}

export function humanLocation(m: Model): string {
  const location = field.getField(m, 'location');
  return `${location.get('diallingCode')} ${location.get('country')}`;
}

/** Reads the number once more when the visitor has chosen another country from the list. */
export function followCountry({ id }: Lock): void {
  const isChosen = (m: Model) => {
    const shown = field.getField(m, 'phoneNumber').get('shown');
    return shown !== undefined && shown !== shownCountry(m);
  };
  store.observe('followCountry', id, (model) => {
    if (!isChosen(model)) return;
    // Lock tells its watchers before it is done with the change itself.
    queueMicrotask(() =>
      store.swap(store.updateEntity, 'lock', id, (m) => (isChosen(m) ? chooseCountry(m) : m)),
    );
  });
}

/** As it was read when it was typed. */
const readField = (m: Model) =>
  numbers.read(
    field.getFieldValue(m, 'phoneNumber'),
    String(field.getField(m, 'phoneNumber').get('under') ?? shownCountry(m)),
  );

const shownCountry = (m: Model) => String(field.getField(m, 'location').get('isoCode'));

/**
 * `chosen`: the one that the page began with, or that the visitor has taken from the list; `named`: the one that a
 * calling code has named since.
 */
function countries(m: Model): { chosen: string; named: string } {
  const { chosen, named, shown } = field.getField(m, 'phoneNumber').toObject();
  const inView = shownCountry(m);
  return typeof chosen === 'string' && typeof named === 'string' && shown === inView
    ? { chosen, named }
    : { chosen: inView, named: inView };
}

/** The first one where the country is none of the list. */
const optionOf = (isoCode: string) => options.find((it) => it.get('isoCode') === isoCode) ?? options.first();
