/** Options of a connection, as the Management API has them. */
export type ConnectionOptions = Readonly<Record<string, unknown>>;

/** A connection as the settings want it. */
export interface WantedConnection {
  /** Its strategy, too. */
  name: 'sms' | 'email';
  /** Options that the settings name. */
  named: ConnectionOptions;
  /** Options that they are silent about: for a connection that is not there yet. */
  defaults: ConnectionOptions;
}
