import { oneLine } from '../../../settings/oneLine.ts';
import { ProxyFailure } from '../../network/ProxyFailure.ts';
import type { TwilioAnswer } from './TwilioFacts.ts';

/** Twilio's numbers for its errors: twilio.com/docs/api/errors/20003, which it may answer for a suspended account, too. */
const AUTHENTICATE = 20003;
const NOT_ACTIVE = 20005;

/** What a question to Twilio is answered, whatever goes wrong. */
export async function toTwilioAnswer<T>(ask: () => Promise<T>): Promise<TwilioAnswer<T>> {
  try {
    return { is: 'known', value: await ask() };
  } catch (error) {
    const { status, code, message } = error as { status?: unknown; code?: unknown; message?: unknown };
    // The SDK's errors have the status of the answer.
    if (typeof status !== 'number') return withoutAnswer(error);
    if (code === NOT_ACTIVE) return { is: 'inactive', reason: 'Twilio says that it is not active (20005).' };
    if (status === 401 || code === AUTHENTICATE)
      return {
        is: 'credentials',
        reason:
          'Twilio does not accept TWILIO_SID with TWILIO_AUTH_TOKEN (20003): one of them is wrong, or the account is suspended or closed.',
      };
    const said = typeof message === 'string' ? `: ${withoutIds(oneLine(message, 120))}` : '';
    return { is: 'refused', reason: `Twilio answered HTTP ${status}${said}.` };
  }
}

function withoutAnswer(error: unknown): { is: 'unreachable' | 'refused'; reason: string } {
  const { name, cause } = error as { name?: string; cause?: { name?: string; code?: unknown } };
  const isSlow = [name, cause?.name].includes('TimeoutError');
  const code = isSlow ? 'no answer in time' : cause?.code;
  if (typeof code !== 'string') {
    return { is: 'refused', reason: "The answer is not one of Twilio's: look whether a proxy answers." };
  }
  const reason = `Twilio could not be reached (${oneLine(code, 40)})`;
  if (!(error instanceof ProxyFailure)) return { is: 'unreachable', reason: `${reason}.` };
  const { problem, proxy, fix } = error;
  const told = problem === null ? `${reason}, through ${proxy}` : `Twilio could not be reached: ${problem}`;
  return { is: 'unreachable', reason: `${told}. ${fix}` };
}

/** Twilio repeats the ids that it was asked for. */
const withoutIds = (text: string): string =>
  text.replace(/\b([A-Z]{2})[0-9a-f]{28}([0-9a-f]{4})\b/gi, '$1…$2');
