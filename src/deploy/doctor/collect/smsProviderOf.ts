import * as v from 'valibot';
import type { Presence, SmsProvider } from '../ConnectionFacts.ts';
import { maskSid } from '../maskSid.ts';
import type { Sender } from '../twilio/Sender.ts';
import { ACCOUNT_SID } from '../twilio/TwilioCredentials.ts';

const text = v.nullish(v.string(), null);

/** Of a connection's `options` (`ConnectionOptionsSms` of the `auth0` SDK). */
export const providerOptions = {
  provider: text,
  twilio_sid: text,
  twilio_token: text,
  from: text,
  messaging_service_sid: text,
  gateway_url: text,
};
const optionsSchema = v.object(providerOptions);

/** What sends, and what it sends from: the one to be shown, the other to ask Twilio with. */
export interface ReadProvider {
  provider: SmsProvider;
  sender: Sender | null;
}

/**
 * The provider that an SMS connection's options hold, without what nobody may see.
 *
 * @param twilioSid - the account to compare its own with; `null`: none
 */
export function smsProviderOf(
  given: v.InferOutput<typeof optionsSchema>,
  twilioSid: string | null,
): ReadProvider {
  if (given.provider === 'sms_gateway') {
    return {
      provider: { ...NOTHING, kind: 'gateway', gatewayUrl: originOf(filled(given.gateway_url)) },
      sender: null,
    };
  }
  const account = {
    sid: given.twilio_sid,
    token: given.twilio_token,
    from: given.from,
    messagingService: given.messaging_service_sid,
  };
  return twilioProvider(account, twilioSid);
}

/** Twilio's own fields, wherever they were read. */
export function twilioProvider(
  given: Readonly<Record<'sid' | 'token' | 'from' | 'messagingService', string | null | undefined>>,
  twilioSid: string | null,
): ReadProvider {
  const sid = filled(given.sid);
  const from = filled(given.from);
  const messagingService = filled(given.messagingService);
  return {
    provider: {
      kind: 'twilio',
      sid: sid === null ? null : maskSid(sid),
      sidIsWellFormed: sid !== null && ACCOUNT_SID.test(sid),
      isOfTwilioSid: sid === null || twilioSid === null ? null : sid === twilioSid,
      token: presence(given.token),
      from,
      messagingService: messagingService === null ? null : maskSid(messagingService),
      gatewayUrl: null,
    },
    sender: messagingService !== null ? { messagingService } : from !== null ? { from } : null,
  };
}

/** A provider of which nothing but its kind is known. */
export const NOTHING = {
  sid: null,
  sidIsWellFormed: false,
  isOfTwilioSid: null,
  token: 'absent',
  from: null,
  messagingService: null,
  gatewayUrl: null,
} as const;

const filled = (value: string | null | undefined): string | null => value?.trim() || null;

function presence(token: string | null | undefined): Presence {
  if (filled(token) === null) return 'absent';
  return /^(##|@@).*\1$/.test(filled(token) ?? '') ? 'placeholder' : 'given';
}

/** Scheme and host: a path may be a secret, too. */
const originOf = (url: string | null): string | null =>
  url !== null && URL.canParse(url) ? new URL(url).origin : null;
