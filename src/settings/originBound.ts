import { isHost } from './tenant/formats.ts';

/** `@login.example.com #` and the code, wherever it stands in a message, and with whatever between. */
const LINE = /(?:^|\s)@[^\s@#]+\s*#\s*(?:@@|\{\{|\d)/;
const LAST_LINE =
  /(?:^|\n)@(?<host>[^\s@#]+) #(?:@@(?:password|code)@@|\{\{-?\s*(?:password|code)\s*-?\}\})$/;

/**
 * What a message says of the host whose page its code is for, by which phones fill the code in there and nowhere
 * else: `null` where it says nothing, and no `host` where it says so in a way that no phone understands.
 *
 * @see https://wicg.github.io/sms-one-time-codes/
 */
export function originBound(message: string): { host: string | null } | null {
  if (!LINE.test(message)) return null;
  const host = LAST_LINE.exec(message.trimEnd())?.groups?.['host'] ?? '';
  return { host: isHost(host.toLowerCase()) ? host : null };
}
