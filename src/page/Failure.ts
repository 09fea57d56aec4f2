import type { FailureCode } from './PageData.ts';

/** A reason to show the failure screen; `detail` is for the developer's console, never for the visitor. */
export class Failure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, detail: string) {
    super(detail);
    this.name = 'Failure';
    this.code = code;
  }
}
