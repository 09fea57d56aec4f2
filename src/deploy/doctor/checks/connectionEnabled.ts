import { both } from '../Answer.ts';
import type { ApplicationFacts } from '../ApplicationFacts.ts';
import type { Check } from '../Check.ts';
import type { PasswordlessConnection } from '../ConnectionFacts.ts';
import { changeConnection } from '../fixes.ts';
import { offered } from '../methods.ts';
import { type Fix, failed, type Outcome, ok, warning } from '../Outcome.ts';
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
      return [failed(null, `No application has ${names(able, 'or')} enabled.`, enable(able, null))];
    }),
};

function of({ id, name }: ApplicationFacts, able: readonly PasswordlessConnection[]): Outcome {
  const off = able.filter(({ clients }) => !clients.includes(id));
  if (off.length === 0) return ok(name, `It has ${names(able, 'and')} enabled.`);
  const fix = enable(off, name);
  return off.length === able.length
    ? failed(name, `It has not enabled ${names(off, 'or')}: the page has nothing to offer.`, fix)
    : warning(name, `It has not enabled ${names(off, 'or')}, which the page could offer.`, fix);
}

const names = (connections: readonly PasswordlessConnection[], last: 'and' | 'or'): string =>
  connections.map(({ name }) => name).join(` ${last} `);

/** The first of them; the others are told, and done, the same way. */
function enable([first]: readonly PasswordlessConnection[], application: string | null): Fix {
  const connection = first ?? { id: '', name: 'sms', strategy: 'sms' };
  return changeConnection(
    connection,
    `Applications: turn on ${application ?? 'the application'}`,
    `${application === null ? 'its name' : JSON.stringify(application)} among tenant.applications`,
  );
}
