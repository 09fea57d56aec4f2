import { type Answer, known, mapAnswer } from './Answer.ts';
import type { PasswordlessConnection, PhoneProvider, SmsProvider } from './ConnectionFacts.ts';
import type { Facts } from './Facts.ts';

/** Whose provider sends the text messages of a connection. `unknown`: Auth0 does not document it. */
export type WhoSends =
  | { by: 'connection'; provider: SmsProvider }
  | { by: 'tenant'; provider: PhoneProvider | null }
  | { by: 'unknown'; reason: string };

/**
 * Who sends is decided before the connection's own values matter: by its switch `use_phone_provider`, by the tenant's
 * `phone_consolidated_experience`, and by whether the tenant has a phone provider at all.
 *
 * @returns `null` for a connection that sends no text messages
 * @see https://auth0.com/docs/customize/phone-messages/unified-phone/unified-phone-experience-passwordless
 */
export function whoSends(
  { sms, usesPhoneProvider }: Pick<PasswordlessConnection, 'sms' | 'usesPhoneProvider'>,
  { unifiedPhone, phoneProvider }: Pick<Facts, 'unifiedPhone' | 'phoneProvider'>,
): Answer<WhoSends> | null {
  if (sms === null) return null;
  const tenants = () => mapAnswer(phoneProvider, (provider): WhoSends => ({ by: 'tenant', provider }));
  if (usesPhoneProvider === true) return tenants();
  if (!unifiedPhone.known) return unifiedPhone;
  if (unifiedPhone.value === true) {
    return usesPhoneProvider === null
      ? tenants()
      : known({
          by: 'unknown',
          reason:
            "The tenant's phone_consolidated_experience is on, and the connection's use_phone_provider is off: Auth0 does not document which of them goes first.",
        });
  }
  const own: WhoSends = { by: 'connection', provider: sms };
  if (unifiedPhone.value === false || usesPhoneProvider === false) return known(own);
  return mapAnswer(phoneProvider, (provider) =>
    provider === null
      ? own
      : {
          by: 'unknown',
          reason:
            'The tenant has a phone provider, and neither use_phone_provider of the connection nor phone_consolidated_experience of the tenant says whether it sends: Auth0 does not document what holds then.',
        },
  );
}
