import type { EmailSettings, SmsSettings } from '../../settings/tenant/TenantSettings.ts';
import type { ConnectionOptions } from './WantedConnection.ts';

type CodeSettings = Pick<SmsSettings & EmailSettings, 'codeLength' | 'codeSeconds' | 'allowSignUp'>;

/** The options of a connection that say how long a code is, how long it lives, and who may have one. */
export function codeOptions({ codeLength, codeSeconds, allowSignUp }: CodeSettings): ConnectionOptions {
  const totp = { ...(codeLength && { length: codeLength }), ...(codeSeconds && { time_step: codeSeconds }) };
  return {
    ...(Object.keys(totp).length > 0 && { totp }),
    ...(allowSignUp !== undefined && { disable_signup: !allowSignUp }),
  };
}

/** What these options are in a connection that is not there yet: Auth0's own defaults. */
export const defaultCodeOptions: ConnectionOptions = {
  totp: { length: 6, time_step: 180 },
  disable_signup: false,
  brute_force_protection: true,
};
