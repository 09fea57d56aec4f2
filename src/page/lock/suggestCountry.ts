import * as field from 'auth0-lock/lib/field/index';
import * as phoneNumber from 'auth0-lock/lib/field/phone_number';
import * as store from 'auth0-lock/lib/store/index';
import type { Lock } from './Lock.ts';

/**
 * Selects another country for the phone number, unless the visitor has begun to type or to choose.
 *
 * @param from - the country that is selected, ISO 3166-1 alpha-2
 * @param to - the one to select
 */
export function suggestCountry({ id }: Lock, from: string, to: string): void {
  store.swap(store.updateEntity, 'lock', id, (model) => {
    const isUntouched =
      field.getFieldValue(model, 'phoneNumber') === '' &&
      field.getField(model, 'location').get('isoCode') === from &&
      !field.isSelecting(model);
    return isUntouched ? phoneNumber.initLocation(model, to) : model;
  });
}
