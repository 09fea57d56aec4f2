/** Whether an option of a connection is one that nobody may read: `twilio_token`, a gateway's `secret` … */
export const isSecretOption = (key: string): boolean =>
  key !== 'messaging_service_sid' && /(?:sid|token|secret|password|key)$/i.test(key);
