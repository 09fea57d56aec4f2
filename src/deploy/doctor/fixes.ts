import type { ApplicationFacts } from './ApplicationFacts.ts';
import type { BuiltPage } from './BuiltPage.ts';
import type { PasswordlessConnection } from './ConnectionFacts.ts';
import type { Fix } from './Outcome.ts';
import type { PageFacts } from './PageFacts.ts';
import { inPath, quote } from './quote.ts';

/** The command that puts our page where this one stands. */
const deployCommand = ({ application }: PageFacts, more = ''): string =>
  `npm run deploy --${application === null ? '' : ` --client ${quote(application.id)}`} --apply${more}`;

/** Puts our page where this one stands. */
export function replacePage(page: PageFacts, built: readonly BuiltPage[]): Fix {
  const [first, ...others] = built;
  const file = `dist/${first !== undefined && others.length === 0 ? first.page : 'login'}.html`;
  return {
    dashboard:
      page.application === null
        ? `Branding > Universal Login > Advanced Options > Login: replace all of the text by all of ${file}, turn on Customize Login Page, Save.`
        : 'Not in the dashboard: only the Management API changes the page of one application.',
    // What someone else has written is overwritten only when it is asked for twice.
    command: deployCommand(page, page.isWhole || page.apiBodyBytes === 0 ? '' : ' --force'),
    note: 'without --apply it shows the difference, and changes nothing',
  };
}

/** A change of an application's settings. */
export const changeApplication = ({ id, name }: ApplicationFacts, setting: string, change: object): Fix => ({
  dashboard: `Applications > Applications > ${name} > Settings > ${setting}, Save.`,
  command: `auth0 api patch "clients/${inPath(id)}" --data ${quote(JSON.stringify(change))}`,
});

/** What `login.config.ts` calls a part of attack protection, by its path in the Management API. */
const PROTECTION = {
  'brute-force-protection': 'bruteForce',
  'suspicious-ip-throttling': 'suspiciousIp',
  'bot-detection': 'captcha',
} as const;

/** A change under Security. */
export const changeProtection = (path: keyof typeof PROTECTION, name: string, change: object): Fix => ({
  dashboard: `Security > Attack Protection > ${name}`,
  command: `auth0 api patch "attack-protection/${path}" --data ${quote(JSON.stringify(change))}`,
  note: `or npm run setup-tenant -- --apply, with tenant.attackProtection.${PROTECTION[path]} in login.config.ts`,
});

/**
 * A change of a connection. setup-tenant knows `sms` and `email`; the options of any other are replaced as a whole.
 *
 * @param key - what it is in `login.config.ts`
 */
export const changeConnection = (
  { id, name, strategy }: Pick<PasswordlessConnection, 'id' | 'name' | 'strategy'>,
  setting: string,
  key: string,
): Fix => ({
  dashboard: `Authentication > Passwordless > ${strategy === 'sms' ? 'SMS' : 'Email'}${name === strategy ? '' : ` (${name})`} > ${setting}, Save.`,
  ...(name === strategy
    ? { command: 'npm run setup-tenant -- --apply', note: `with ${key} in login.config.ts` }
    : {
        command: `auth0 api get "connections/${inPath(id)}"`,
        note: 'then auth0 api patch of the same, with all of its options: they are replaced as a whole',
      }),
});
