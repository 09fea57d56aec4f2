import { type BuildFailure, formatMessagesSync } from 'esbuild';
import { UserError } from '../settings/UserError.ts';

/** esbuild's errors as one error for the user, each with its place in the source; others pass through. */
export function buildFailure(what: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return error;
  const { errors } = error as BuildFailure;
  // That it is one of our plugins that says so is nothing to the user.
  const messages = errors.map((it) => ({ ...it, pluginName: '' }));
  const lines = formatMessagesSync(messages, { kind: 'error', terminalWidth: 100 });
  return new UserError(`${what}:\n\n${lines.join('').trimEnd()}`);
}
