import type { Account } from 'oidc-provider';
import type { User } from '../data/Users.ts';
import type { OrganizationClaims } from './organization.ts';

/**
 * What tokens say of a user, as Auth0's profiles of the connections `sms` and `email` have it.
 *
 * @param organization - the one that the user logs in to; called when the claims are wanted
 */
export function account(user: User, organization: () => OrganizationClaims): Account {
  const { user_id, identifier, updatedAt } = user;
  const isEmail = identifier.includes('@');
  const nickname = isEmail ? (identifier.split('@')[0] ?? '') : '';
  return {
    accountId: user_id,
    claims: () => ({
      sub: user_id,
      name: identifier,
      nickname,
      updated_at: new Date(updatedAt).toISOString(),
      ...(isEmail
        ? { email: identifier, email_verified: true }
        : // Auth0's profile has `phone_verified`, which is no claim of a token (community.auth0.com/t/63843).
          { phone_number: identifier }),
      ...organization(),
    }),
  };
}
