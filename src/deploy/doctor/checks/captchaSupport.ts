import { both } from '../Answer.ts';
import type { Check } from '../Check.ts';
import { compareVersions } from '../compareVersions.ts';
import { replacePage } from '../fixes.ts';
import { isShown } from '../isShown.ts';
import type { Library } from '../Library.ts';
import { librariesOfLive } from '../librariesOfPage.ts';
import { failed, ok } from '../Outcome.ts';
import { nameOf } from '../PageFacts.ts';
import { whenKnown } from '../whenKnown.ts';

/** @see https://auth0.com/docs/secure/attack-protection/bot-detection/bot-detection-passwordless-flows */
const FIRST: Readonly<Record<Library['name'], string>> = { 'auth0-lock': '11.35.0', 'auth0-js': '9.20.0' };

/** Where a captcha is asked for, the page can show one. */
export const captchaSupport: Check = {
  id: 'captcha-support',
  area: 'libraries',
  right: `Where a captcha may be asked for, the page has Lock ${FIRST['auth0-lock']} and auth0-js ${FIRST['auth0-js']}, or newer`,
  scopes: ['read:clients', 'read:attack_protection'],
  look: ({ pages, botDetection, built }) =>
    whenKnown(both(pages, botDetection), ([all, { passwordless }]) => {
      if (passwordless === 'never') return [];
      return all.filter(isShown).flatMap((page) => {
        const libraries = librariesOfLive(page, built);
        if (libraries.length === 0) return [];
        const old = libraries.filter(({ name, version }) => compareVersions(version, FIRST[name]) < 0);
        if (old.length === 0) return [ok(nameOf(page), 'It can show a captcha.')];
        const which = old.map(({ name, version }) => `${name} ${version}`).join(' and ');
        return [
          failed(
            nameOf(page),
            `${which} cannot show the captcha that is asked for: nobody gets a code.`,
            replacePage(page, built),
          ),
        ];
      });
    }),
};
