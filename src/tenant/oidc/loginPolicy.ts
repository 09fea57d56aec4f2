import { interactionPolicy } from 'oidc-provider';
import { authorizeQuery } from './authorizeQuery.ts';

/** A login is asked for where there is no session, and where a login ticket has just been given. */
export function loginPolicy(): interactionPolicy.DefaultPolicy {
  const base = interactionPolicy.base();
  const { Check } = interactionPolicy;
  base
    .get('login')
    ?.checks.add(
      new Check('login_ticket', 'a login ticket is to be redeemed', 'login_required', ({ req, oidc }) =>
        authorizeQuery(req)?.['login_ticket'] !== undefined && oidc.result?.login === undefined
          ? Check.REQUEST_PROMPT
          : Check.NO_NEED_TO_PROMPT,
      ),
    );
  return base;
}
