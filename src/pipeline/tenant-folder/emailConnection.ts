import { defaultEmail } from '../../settings/tenant/defaultEmail.ts';
import type { EmailSettings } from '../../settings/tenant/TenantSettings.ts';
import { codeOptions, defaultCodeOptions } from './codeOptions.ts';
import type { WantedConnection } from './WantedConnection.ts';

/**
 * The connection `email`.
 *
 * @param email - its settings
 * @param method - what an email brings
 * @param body - text of the file that the settings name; `null` where they name none
 */
export function emailConnection(
  email: EmailSettings,
  method: 'code' | 'link',
  body: string | null,
): WantedConnection {
  const { from, subject } = email;
  return {
    name: 'email',
    named: {
      email: {
        from,
        ...(subject !== undefined && { subject }),
        ...(body !== null && { body, syntax: 'liquid' }),
      },
      ...codeOptions(email),
    },
    defaults: {
      name: 'email',
      email: { ...defaultEmail(method), syntax: 'liquid' },
      ...defaultCodeOptions,
    },
  };
}
