import type { Check } from '../Check.ts';
import { failed, ok } from '../Outcome.ts';
import { inPath } from '../quote.ts';
import { whenKnown } from '../whenKnown.ts';

/** `sms` sends text messages, `email` sends email: Lock goes by the strategy, applications by the name. */
export const connectionStrategy: Check = {
  id: 'connection-strategy',
  area: 'connections',
  right: 'The connection that is called sms has the strategy sms, email has email',
  scopes: ['read:connections'],
  look: ({ connections }) =>
    whenKnown(connections, (all) =>
      all
        .filter(({ name }) => name === 'sms' || name === 'email')
        .map(({ id, name, strategy }) =>
          strategy === name
            ? ok(name, `Its strategy is ${strategy}.`)
            : failed(name, `Its strategy is ${strategy}: Lock does not offer it as ${name}.`, {
                dashboard: `Authentication: delete the connection called ${name}; then Authentication > Passwordless: turn on ${name === 'sms' ? 'SMS' : 'Email'}.`,
                command: `auth0 api delete "connections/${inPath(id)}"`,
                note: 'which deletes its users, too; then npm run setup-tenant -- --apply',
              }),
        ),
    ),
};
