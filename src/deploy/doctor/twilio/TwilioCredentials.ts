import { UserError } from '../../../settings/UserError.ts';
import type { Environment } from '../../api/readCredentials.ts';

/** What opens a Twilio account; never printed. */
export interface TwilioCredentials {
  sid: string;
  token: string;
}

/** An account's id. */
export const ACCOUNT_SID = /^AC[0-9a-f]{32}$/i;

/**
 * Reads `TWILIO_SID` and `TWILIO_AUTH_TOKEN`.
 *
 * @throws UserError that names what is missing or malformed, and no value
 */
export function readTwilioCredentials(env: Environment): TwilioCredentials {
  const sid = env['TWILIO_SID']?.trim() ?? '';
  const token = env['TWILIO_AUTH_TOKEN']?.trim() ?? '';
  const missing = [...(sid === '' ? ['TWILIO_SID'] : []), ...(token === '' ? ['TWILIO_AUTH_TOKEN'] : [])];
  if (missing.length > 0) {
    throw new UserError(
      `--twilio needs ${missing.join(' and ')} in the environment or .env.\nBoth are at console.twilio.com, under Account Info.`,
    );
  }
  if (!ACCOUNT_SID.test(sid)) {
    throw new UserError(
      `TWILIO_SID is no account's SID, which is AC and 32 hexadecimal digits${sid.startsWith('SK') ? ': it is that of an API key' : ''}.\nCopy Account SID from console.twilio.com, under Account Info.`,
    );
  }
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new UserError('TWILIO_AUTH_TOKEN holds spaces or line breaks: copy it again, alone.');
  }
  return { sid, token };
}
