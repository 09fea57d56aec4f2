/** Who sends the text messages. */
export interface SmsProvider {
  /** `gateway`: a service of the team's own. `custom`: an Action of the tenant. */
  kind: 'twilio' | 'gateway' | 'custom';
  /** Twilio's account; masked, such as `AC…1234`. `null`: none. */
  sid: string | null;
  /** Whether the account's id has Twilio's form. */
  sidIsWellFormed: boolean;
  /** Whether the account is that of `TWILIO_SID`; `null` where one of them is not there. */
  isOfTwilioSid: boolean | null;
  /** Twilio's token is never read further than this. */
  token: Presence;
  /** A phone number or a sender's name; `null`: none. */
  from: string | null;
  /** A messaging service; masked. `null`: none. */
  messagingService: string | null;
  /** `https://sms.example.com`, without a path; `null`: none, or no URL. */
  gatewayUrl: string | null;
}

/** The tenant's own provider of text messages ("unified phone experience"). */
export interface PhoneProvider {
  provider: SmsProvider;
  /** Whether its delivery methods hold `text`; `null` where the API does not say. */
  sendsText: boolean | null;
}

/** `placeholder`: `##NAME##` or `@@NAME@@` stands there, which auth0-deploy-cli was to replace. */
export type Presence = 'given' | 'absent' | 'placeholder';

/** A connection that sends codes, or is named as if it did, or by a page. */
export interface PasswordlessConnection {
  id: string;
  name: string;
  strategy: string;
  /** Ids of the applications that have it enabled. */
  clients: readonly string[];
  /** `null` for any other than SMS. */
  sms: SmsProvider | null;
  /** Its switch to the tenant's phone provider, `use_phone_provider`; `null` where it does not say. */
  usesPhoneProvider: boolean | null;
  /** The text that is sent; `null` where Auth0's own is. */
  message: string | null;
  /** What the text is read by; where the connection does not say, Auth0's default. */
  syntax: 'liquid' | 'md_with_macros';
  /** Digits of a code, and the seconds that it is good for; Auth0's defaults where it does not say. */
  code: { digits: number; seconds: number };
  /** `false` where the connection takes itself out of the tenant's protection. */
  bruteForceProtection: boolean;
}

/** Who sends the tenant's email. */
export interface EmailFacts {
  name: string;
  enabled: boolean;
}
