/** What Twilio says. Ids are masked; the token is not in it. */
export interface TwilioFacts {
  account: TwilioAnswer<TwilioAccount>;
  /** What connections send from, by their names; those that do not send by Twilio are left out. */
  senders: readonly { connection: string; answer: TwilioAnswer<TwilioSender> }[];
}

/**
 * What was asked, or why it was not told. `credentials`: SID and token are not accepted; `inactive`: the
 * account is suspended or closed; `unreachable`: no answer; `refused`: any other answer.
 */
export type TwilioAnswer<T> =
  | { is: 'known'; value: T }
  | { is: 'credentials' | 'inactive' | 'unreachable' | 'refused'; reason: string };

export interface TwilioAccount {
  /** Masked. */
  sid: string;
  /** `active`, `suspended`, `closed`. */
  status: string;
  /** A trial sends to verified numbers only. */
  isTrial: boolean;
}

/** What messages are sent from. */
export type TwilioSender =
  | { kind: 'number'; number: string; isOwned: boolean; canSendSms: boolean }
  /** `senders`: numbers, short codes and names that it sends from. */
  | { kind: 'service'; sid: string; exists: boolean; senders: number }
  /** A sender's name, such as `ACME`, which Twilio lists nowhere. */
  | { kind: 'name'; name: string };
