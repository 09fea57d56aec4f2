import { both } from '../Answer.ts';
import type { ApplicationFacts } from '../ApplicationFacts.ts';
import type { Check } from '../Check.ts';
import type { PasswordlessConnection } from '../ConnectionFacts.ts';
import { offered } from '../methods.ts';
import { failed, type Outcome, ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/** The application may use what the page offers. */
export const connectionEnabled: Check = {
  id: 'connection-enabled',
  area: 'connections',
  right: 'The application has the connections enabled that the page offers',
  scopes: ['read:connections', 'read:clients'],
  look: ({ connections, applications, built }) =>
    whenKnown(both(connections, applications), ([all, looked]) => {
      const able = offered(all, built);
      if (able.length === 0) return [];
      if (looked.length > 0) return looked.map((application) => of(application, able));
      const [first] = able;
      return [failed(null, `No application has ${names(able, 'or')} enabled.`, enable(first?.name ?? 'sms'))];
    }),
};

function of({ id, name }: ApplicationFacts, able: readonly PasswordlessConnection[]): Outcome {
  const off = able.filter(({ clients }) => !clients.includes(id));
  if (off.length === 0) return ok(name, `It has ${names(able, 'and')} enabled.`);
  const fix = enable(off[0]?.name ?? 'sms', name);
  return off.length === able.length
    ? failed(name, `It has not enabled ${names(off, 'or')}: the page has nothing to offer.`, fix)
    : warning(name, `It has not enabled ${names(off, 'or')}, which the page could offer.`, fix);
}

const names = (connections: readonly PasswordlessConnection[], last: 'and' | 'or'): string =>
  connections.map(({ name }) => name).join(` ${last} `);

const enable = (connection: string, application = 'the application') => ({
  dashboard: `Authentication > Passwordless > ${connection === 'sms' ? 'SMS' : 'Email'} > Applications: turn on ${application}, Save.`,
  command: 'npm run setup-tenant',
  note: `with ${application === 'the application' ? 'its name' : JSON.stringify(application)} among tenant.applications in login.config.ts`,
});
