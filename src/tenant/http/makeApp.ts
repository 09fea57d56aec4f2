import Koa from 'koa';
import { appRoutes } from '../app/appRoutes.ts';
import { authorizeGuard } from '../login/authorizeGuard.ts';
import { clientSettingsRoutes } from '../login/clientSettingsRoutes.ts';
import { loginRoutes } from '../login/loginRoutes.ts';
import { visitorRoutes } from '../login/visitorRoutes.ts';
import { managementRoutes } from '../management/managementRoutes.ts';
import { logoutRoutes } from '../oidc/logoutRoutes.ts';
import { outboxRoutes } from '../outbox/outboxRoutes.ts';
import type { Parts } from '../Parts.ts';
import { pageRoutes } from '../pages/pageRoutes.ts';
import { passwordlessRoutes } from '../passwordless/passwordlessRoutes.ts';
import { scenarioRoutes } from '../scenarios/scenarioRoutes.ts';
import { applyFaults } from './applyFaults.ts';
import { catchErrors } from './catchErrors.ts';
import { cors } from './cors.ts';
import type { Recorded } from './Recorded.ts';
import { readBody } from './readBody.ts';
import { record } from './record.ts';
import type { TenantState } from './TenantContext.ts';
import { toProvider } from './toProvider.ts';

/** All that the tenant answers, in the order in which it is tried. */
export function makeApp(
  parts: Parts,
  requests: Recorded[],
  report: (error: unknown) => void,
): Koa<TenantState> {
  const app = new Koa<TenantState>();
  // What a browser breaks off is no error.
  app.silent = true;
  app.use(catchErrors(report));
  app.use(readBody);
  app.use(record(requests));
  app.use(cors(parts.data));
  app.use(applyFaults(parts));
  app.use(authorizeGuard(parts));
  const routers = [
    loginRoutes(parts),
    clientSettingsRoutes(parts),
    visitorRoutes(parts),
    passwordlessRoutes(parts),
    logoutRoutes(parts),
    pageRoutes(parts),
    outboxRoutes(parts),
    scenarioRoutes(parts),
    appRoutes(parts),
    managementRoutes(parts),
  ];
  for (const router of routers) app.use(router.routes());
  app.use(toProvider(parts));
  return app;
}
