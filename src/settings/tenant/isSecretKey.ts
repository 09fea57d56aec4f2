/** Whether a key's name is one that people write credentials under: `authToken`, `twilio_sid`. */
export const isSecretKey = (key: string): boolean =>
  key !== 'messagingServiceSid' && /(?:sid|token|secret|password|credentials|api_?key)$/i.test(key);
