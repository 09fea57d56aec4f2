import { errors, interactionPolicy } from 'oidc-provider';
import type { TenantData } from '../data/TenantData.ts';
import { authorizeQuery } from './authorizeQuery.ts';
import { organizationProblem } from './organization.ts';

/**
 * A login is asked for where there is no session, where a login ticket has just been given, and where the
 * user of the session is no longer there.
 */
export function loginPolicy(data: TenantData): interactionPolicy.DefaultPolicy {
  const base = interactionPolicy.base();
  const { Check } = interactionPolicy;
  const login = base.get('login');
  const ask = (isNeeded: boolean) => (isNeeded ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT);
  login?.checks.add(
    new Check('login_ticket', 'a login ticket is to be redeemed', 'login_required', ({ req, oidc }) =>
      ask(authorizeQuery(req)?.['login_ticket'] !== undefined && oidc.result?.login === undefined),
    ),
  );
  login?.checks.add(
    new Check('unknown_user', LOGIN_REQUIRED, 'login_required', ({ oidc }) =>
      ask(oidc.session?.accountId !== undefined && data.users.byId(oidc.session.accountId) === undefined),
    ),
  );
  // Here, since it is looked at with a session and without one.
  login?.checks.add(
    new Check('organization', 'the organization cannot be used', ({ oidc }) => {
      const { organization, client_id: clientId } = oidc.params ?? {};
      const problem = organizationProblem(data, String(clientId), organization);
      if (problem !== null) throw new errors.InvalidRequest(problem);
      return Check.NO_NEED_TO_PROMPT;
    }),
  );
  const noSession = login?.checks.get('no_session');
  if (noSession !== undefined) noSession.description = LOGIN_REQUIRED;
  return base;
}

/** Auth0's words (docs-v2, `configure-silent-authentication.mdx`). */
const LOGIN_REQUIRED = 'Login required';
