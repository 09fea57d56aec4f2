import { expect, it } from 'vitest';
import { startTenant } from '../../src/tenant/startTenant.ts';
import { BARE_PAGE } from '../support/HttpVisitor.ts';
import { loginsAtOnce } from '../support/loginsAtOnce.ts';

it('200 logins at once: none lost, none crossed', async () => {
  const tenant = await startTenant({ page: BARE_PAGE, limits: { startsPerHour: 200 } });
  const { lost, crossed } = await loginsAtOnce(tenant, 200);
  await tenant.close();
  expect({ lost, crossed }).toEqual({ lost: 0, crossed: 0 });
});
