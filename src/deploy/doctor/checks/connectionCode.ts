import type { Check } from '../Check.ts';
import type { PasswordlessConnection } from '../ConnectionFacts.ts';
import { changeConnection } from '../fixes.ts';
import { offered } from '../methods.ts';
import { type Outcome, ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/** Auth0's own, which its three tries a code go with. */
const DIGITS = 6;
const SECONDS = 180;

/**
 * A code is hard to guess for as long as it is good.
 *
 * @see https://auth0.com/docs/authenticate/passwordless/authentication-methods/sms-otp
 */
export const connectionCode: Check = {
  id: 'connection-code',
  area: 'security',
  right: `Codes have ${DIGITS} digits or more; those that are good for longer than ${SECONDS / 60} minutes have more`,
  scopes: ['read:connections'],
  look: ({ connections, built }) => whenKnown(connections, (all) => offered(all, built).map(judge)),
};

function judge(connection: PasswordlessConnection): Outcome {
  const { name, strategy, code } = connection;
  const { digits, seconds } = code;
  const minutes = Math.round(seconds / 6) / 10;
  const are = `Its codes have ${digits} digits, and are good for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  if (digits > DIGITS || (digits === DIGITS && seconds <= SECONDS)) return ok(name, `${are}.`);
  return warning(
    name,
    `${are}: that is easier to guess than it has to be.`,
    changeConnection(
      connection,
      `OTP Length ${DIGITS}, OTP Expiry ${SECONDS}`,
      `codeLength ${DIGITS} and codeSeconds ${SECONDS} under tenant.${strategy}`,
    ),
  );
}
