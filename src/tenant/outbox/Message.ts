/** An SMS or an email that a real tenant would have sent. */
export interface Message {
  /** From 1, in the order of sending. */
  number: number;
  channel: 'sms' | 'email';
  /** Name of the connection. */
  connection: string;
  /** The phone number or address. */
  to: string;
  /** Milliseconds since 1970, by the tenant's clock. */
  sentAt: number;
  /** Id of the application that asked for it. */
  clientId: string;
  /** Its name. */
  application: string;
  /** Who it is from: a number, a messaging service, an address; `null` where the connection does not say. */
  from: string | null;
  /** Of an email; `null` for an SMS. */
  subject: string | null;
  /** `x-request-language`, or else `accept-language`, as it was asked for; an empty text where it was not. */
  language: string;
  /** What the person reads; of an email, the same without its looks. An empty text where nothing can be sent. */
  text: string;
  /** The body of an email; `null` for an SMS. */
  html: string | null;
  /** The code, also when it is hidden in a link. */
  code: string;
  /** The link to click, for `send: 'link'`. */
  link: string | null;
  /** What is wrong with the connection's templates, a sentence each. */
  problems: readonly string[];
  /** Why it never arrives, in a sentence; `null` where it does. */
  undelivered: string | null;
  /** Whether a mail scanner has opened the link, which uses it up. */
  scanned: boolean;
}

/** A message that is sent; what may be left out is that of a plain one. */
export type NewMessage = Omit<Message, 'number' | keyof typeof PLAIN> & Partial<Omit<Message, 'number'>>;

export const PLAIN = {
  from: null,
  subject: null,
  language: '',
  html: null,
  problems: [],
  undelivered: null,
  scanned: false,
};
