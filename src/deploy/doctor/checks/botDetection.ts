import type { Check } from '../Check.ts';
import { changeProtection } from '../fixes.ts';
import { ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/** @see https://auth0.com/docs/secure/attack-protection/bot-detection/bot-detection-passwordless-flows */
export const botDetection: Check = {
  id: 'bot-detection',
  area: 'security',
  right: 'Bot detection asks for a captcha in passwordless logins, when risky or always',
  scopes: ['read:attack_protection'],
  look: ({ botDetection: detection }) =>
    whenKnown(detection, ({ passwordless, onlyMonitors }) => {
      const fix = changeProtection(
        'bot-detection',
        'Bot Detection > Response: Enforce CAPTCHA for passwordless flows, When Risky',
        { challenge_passwordless_policy: 'when_risky', monitoring_mode_enabled: false },
      );
      if (passwordless === 'never')
        return [
          warning(
            null,
            'Nobody is asked for a captcha: a program can have you send, and pay, messages.',
            fix,
          ),
        ];
      if (onlyMonitors) return [warning(null, 'It only watches: nobody is asked for a captcha.', fix)];
      return [ok(null, `A captcha is asked for: ${passwordless.replaceAll('_', ' ')}.`)];
    }),
};
