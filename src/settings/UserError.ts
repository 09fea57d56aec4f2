/**
 * An error that the user can mend: in the settings, the template, the command line, the file system. Its
 * message is complete, what was wrong, what was received, what to do, and it is shown without a stack.
 */
export class UserError extends Error {
  /** The exit code: 1 when the build or a rule failed, 2 for wrong usage. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.name = 'UserError';
    this.exitCode = exitCode;
  }
}
