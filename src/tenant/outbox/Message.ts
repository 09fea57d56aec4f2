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
  /** What the person reads. */
  text: string;
  /** The code, also when it is hidden in a link. */
  code: string;
  /** The link to click, for `send: 'link'`. */
  link: string | null;
}
