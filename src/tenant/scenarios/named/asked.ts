/** What an application asks for, of one method alone. */
export const sms = { request: { allowedConnections: 'sms' } } as const;
export const email = { request: { allowedConnections: 'email' } } as const;
