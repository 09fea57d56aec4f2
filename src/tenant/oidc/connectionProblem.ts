import { isPasswordless } from '../data/Connection.ts';
import type { TenantData } from '../data/TenantData.ts';

/**
 * Why `/authorize` refuses the connection that is asked for, or `null`. A list of several is not looked at:
 * the login page decides.
 *
 * @see docs/tenant.md, "Authorization"
 */
export function connectionProblem(
  data: TenantData,
  clientId: string,
  asked: string | undefined,
): string | null {
  if (asked === undefined || asked === '' || asked.includes(',')) return null;
  const connection = data.connectionNamed(asked);
  if (connection === undefined) return 'the connection was not found';
  if (!connection.enabled_clients.includes(clientId)) return 'the connection was disabled';
  if (!isPasswordless(connection.strategy)) return null;
  const to = connection.strategy === 'sms' ? 'phone_number' : 'email';
  return `no ${to} or no verification_code provided`;
}
