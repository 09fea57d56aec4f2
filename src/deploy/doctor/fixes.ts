import type { BuiltPage } from './BuiltPage.ts';
import type { LivePage } from './LivePage.ts';
import type { Fix } from './Outcome.ts';

/** The command that puts our page where this one stands. */
const deployCommand = ({ application }: LivePage, more = ''): string =>
  `npm run deploy --${application === null ? '' : ` --client ${application.id}`} --apply${more}`;

/** Where the dashboard shows a page; that of one application is not in the dashboard. */
const pagePath = ({ application }: LivePage): string =>
  application === null
    ? 'Branding > Universal Login > Advanced Options > Login'
    : 'Not in the dashboard: the page of one application is changed by the Management API alone';

/** Puts our page where this one stands. */
export function replacePage(page: LivePage, built: readonly BuiltPage[]): Fix {
  const [first, ...others] = built;
  const file = `dist/${first !== undefined && others.length === 0 ? first.page : 'login'}.html`;
  return {
    dashboard: `${pagePath(page)}: replace all of the text by all of ${file}, turn on Customize Login Page, Save.`,
    // A page of somebody else's is overwritten only when it is asked for twice.
    command: deployCommand(page, page.isOurs || page.apiBodyBytes === 0 ? '' : ' --force'),
    note: 'without --apply it shows the difference, and changes nothing',
  };
}

/** A change of an application's settings. */
export const changeApplication = (id: string, setting: string, change: object): Fix => ({
  dashboard: `Applications > Applications > (its name) > Settings > ${setting}, Save.`,
  command: `auth0 api patch "clients/${id}" --data '${JSON.stringify(change)}'`,
});

/** A change under Security. */
export const changeProtection = (path: string, name: string, change: object): Fix => ({
  dashboard: `Security > Attack Protection > ${name}`,
  command: `auth0 api patch "attack-protection/${path}" --data '${JSON.stringify(change)}'`,
  note: 'or npm run setup-tenant, with tenant.attackProtection in login.config.ts',
});
