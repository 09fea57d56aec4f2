import type { Check } from '../Check.ts';
import { allowedNames, offered, sending } from '../methods.ts';
import { failed, type Outcome, ok } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/** What the pages offer is there. */
export const connectionExists: Check = {
  id: 'connection-exists',
  area: 'connections',
  right: 'The sms and email connections that the page offers (connections.allow, else any) exist',
  scopes: ['read:connections'],
  look: ({ connections, built }) =>
    whenKnown(connections, (all) => {
      const there = offered(all, built).map(({ name }): Outcome => ok(name, 'It exists.'));
      const missing = ['sms', 'email']
        .filter((name) => allowedNames(built)?.includes(name) && !all.some((it) => it.name === name))
        .map((name) => {
          const others = sending(all).filter(({ strategy }) => strategy === name);
          const named = others.map((it) => it.name).join(', ');
          return others.length === 0
            ? failed(name, 'The page offers it, and there is no such connection.', create(name))
            : failed(
                name,
                `The page offers it, and there is no connection of that name. ${named} ${others.length === 1 ? 'has' : 'have'} the strategy ${name}.`,
                {
                  ...create(name),
                  note: `with tenant.${name} in login.config.ts; or name ${named} in connections.allow, and build again`,
                },
              );
        });
      if (there.length + missing.length > 0) return [...there, ...missing];
      const others = sending(all);
      if (others.length > 0) {
        const named = others.map(({ name, strategy }) => `${name} has the strategy ${strategy}`).join(', ');
        return [
          failed(null, `The page offers none of the connections that there are: ${named}.`, {
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

const create = (name: string) => ({
  dashboard: `Authentication > Passwordless > ${name === 'sms' ? 'SMS' : 'Email'}: turn it on, fill it in, Save.`,
  command: 'npm run setup-tenant -- --apply',
  note: `with tenant.${name} in login.config.ts`,
});
