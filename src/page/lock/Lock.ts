/** What the page uses of `Auth0LockPasswordless`. */
export interface Lock {
  on(event: LockEvent, listener: (payload?: unknown) => void): void;
  show(options?: { allowedConnections?: readonly string[] }): void;
}

/** The events that the page listens to; Lock refuses to know any other than its own. */
export type LockEvent =
  | 'unrecoverable_error'
  | 'authorization_error'
  | 'socialOrEmail ready'
  | 'socialOrPhoneNumber ready'
  | 'vcode ready';

/** `new Auth0LockPasswordless(clientID, domain, options)`. */
export type LockConstructor = new (clientID: string, domain: string, options: object) => Lock;
