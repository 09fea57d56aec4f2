import { UserError } from '../../settings/UserError.ts';

/** What kind of failure it was, for code that can do something about it. */
export type ApiFailureKind =
  | 'unreachable'
  | 'untrusted'
  | 'slow'
  | 'unauthorized'
  | 'forbidden'
  /** The tenant's plan does not include it. */
  | 'plan'
  | 'missing'
  | 'large'
  | 'limited'
  | 'refused'
  | 'server'
  | 'malformed';

/** A call of the Management API that failed, told for the person who has to act. */
export class ApiFailure extends UserError {
  readonly kind: ApiFailureKind;
  /** Of the answer; `undefined` where there was none. */
  readonly status: number | undefined;
  /** Those that the token lacks, any of which would do; for `forbidden` alone. */
  readonly scopes: readonly string[];

  constructor(
    kind: ApiFailureKind,
    message: string,
    { status, scopes = [] }: { status?: number | undefined; scopes?: readonly string[] } = {},
  ) {
    super(message);
    this.name = 'ApiFailure';
    this.kind = kind;
    this.status = status;
    this.scopes = scopes;
  }
}
