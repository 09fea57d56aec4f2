/** Factors of multi-factor authentication, by the Management API's names (`PUT /guardian/factors/{name}`). */
export const factors = [
  'otp',
  'webauthn-roaming',
  'webauthn-platform',
  'recovery-code',
  'push-notification',
  'email',
  'sms',
  'duo',
] as const;

/** A factor of multi-factor authentication. */
export type Factor = (typeof factors)[number];
