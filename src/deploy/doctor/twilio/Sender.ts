/** What a connection sends from, as Twilio knows it. */
export type Sender = { from: string } | { messagingService: string };
