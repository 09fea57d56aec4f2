import type { Check } from '../Check.ts';
import type { PasswordlessConnection } from '../ConnectionFacts.ts';
import { allowedNames, offered, sending } from '../methods.ts';
import { failed, type Outcome, ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/** What the pages offer is there. */
export const connectionExists: Check = {
  id: 'connection-exists',
  area: 'connections',
  right: 'The connections that the page offers (connections.allow, else any for SMS or email) exist',
  scopes: ['read:connections'],
  look: ({ connections, built }) =>
    whenKnown(connections, (all) => {
      const there = offered(all, built).map(({ name }): Outcome => ok(name, 'It exists.'));
      const allowed = allowedNames(built);
      const missing = (allowed ?? [])
        .filter((name) => !all.some((it) => it.name === name))
        .map((name) =>
          notThere(
            name,
            sending(all).filter((it) => !allowed?.includes(it.name)),
          ),
        );
      const isStockMissing = missing.some(({ result }) => result === 'failed');
      if (there.length > 0 || isStockMissing) return [...there, ...missing];
      const others = sending(all);
      if (others.length > 0) {
        return [
          failed(null, `The page offers none of the connections that there are: ${withStrategies(others)}.`, {
            ...create(others[0]?.strategy ?? 'sms'),
            note: 'with them in login.config.ts; or name those that there are in connections.allow, and build again',
          }),
        ];
      }
      return [
        failed(null, 'There is no connection for SMS or email that the page could offer.', create('sms')),
      ];
    }),
};

/** @param spare - those that no page names: one of them may be what is meant */
function notThere(name: string, spare: readonly PasswordlessConnection[]): Outcome {
  const isStock = name === 'sms' || name === 'email';
  const meant = spare.filter(({ strategy }) => !isStock || strategy === name);
  const names = meant.map((it) => it.name).join(', ');
  const reason =
    meant.length === 0
      ? 'The page offers it, and there is no such connection.'
      : `The page offers it, and there is no connection of that name. ${withStrategies(meant)}.`;
  // The pages in dist/ may be of several tenants, each with names of its own.
  if (!isStock) return warning(name, reason, rename);
  const fix = create(name);
  if (meant.length === 0) return failed(name, reason, fix);
  const note = `with tenant.${name} in login.config.ts; or name ${names} in connections.allow, and build again`;
  return failed(name, reason, { ...fix, note });
}

const withStrategies = (connections: readonly PasswordlessConnection[]): string =>
  connections.map(({ name, strategy }) => `${name} has the strategy ${strategy}`).join(', ');

const rename = {
  dashboard: 'Authentication: look up the name of the connection, and write it in connections.allow.',
  command: 'npm run build',
  note: 'then deploy the page; or look at one page alone, by --page',
};
const create = (name: string) => ({
  dashboard: `Authentication > Passwordless > ${name === 'sms' ? 'SMS' : 'Email'}: turn it on, fill it in, Save.`,
  command: 'npm run setup-tenant -- --apply',
  note: `with tenant.${name} in login.config.ts`,
});
