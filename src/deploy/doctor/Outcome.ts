/** How something stands. `unknown`: it could not be looked up. */
export type Result = 'ok' | 'warning' | 'failed' | 'unknown';

/** What to do about it, in two ways. */
export interface Fix {
  /** Where to click in the dashboard. */
  dashboard: string;
  /** What to type: whole, to be copied. */
  command: string;
  /** What the command needs, or does beside. */
  note?: string;
}

/** What a check has to say of one thing. */
export interface Outcome {
  /** What it is about, an application, a connection, a page; `null` for the tenant as a whole. */
  subject: string | null;
  result: Result;
  /** Sentences for people. */
  reason: string;
  /** `null` when all is well. */
  fix: Fix | null;
  /** The scope that the credentials lack, for `unknown` alone. */
  scope: string | null;
}

type Subject = string | null;

export const ok = (subject: Subject, reason: string): Outcome => outcome(subject, 'ok', reason, null);
export const warning = (subject: Subject, reason: string, fix: Fix): Outcome =>
  outcome(subject, 'warning', reason, fix);
export const failed = (subject: Subject, reason: string, fix: Fix): Outcome =>
  outcome(subject, 'failed', reason, fix);
export const unknown = (subject: Subject, reason: string, fix: Fix, scope: Subject = null): Outcome => ({
  ...outcome(subject, 'unknown', reason, fix),
  scope,
});

const outcome = (subject: Subject, result: Result, reason: string, fix: Fix | null): Outcome => ({
  subject,
  result,
  reason,
  fix,
  scope: null,
});
