import type { AttackProtectionSettings, TenantSettings } from '../../settings/tenant/TenantSettings.ts';

/**
 * Attack protection by the names of the files that auth0-deploy-cli reads, each as the Management API takes
 * it in a PATCH: a field that is not there stays as it is.
 *
 * @returns an empty object where the settings are silent; else the first three always, since
 *   auth0-deploy-cli 8.44.0 reads all of them where it finds the folder
 */
export function attackProtection(settings: TenantSettings['attackProtection']): Record<string, object> {
  if (settings === undefined) return {};
  const { bruteForce, suspiciousIp, breachedPasswords, captcha }: AttackProtectionSettings =
    settings === true ? { bruteForce: true, suspiciousIp: true } : settings;
  return {
    'brute-force-protection': onOrOff(bruteForce, ['block', 'user_notification'], (own) => ({
      ...(own.maxAttempts !== undefined && { max_attempts: own.maxAttempts }),
      ...(own.byAddress !== undefined && {
        mode: own.byAddress ? 'count_per_identifier_and_ip' : 'count_per_identifier',
      }),
      ...(own.allow !== undefined && { allowlist: own.allow }),
    })),
    'suspicious-ip-throttling': onOrOff(suspiciousIp, ['admin_notification', 'block'], (own) => ({
      ...(own.allow !== undefined && { allowlist: own.allow }),
    })),
    'breached-password-detection': onOrOff(breachedPasswords, ['block', 'user_notification'], () => ({})),
    ...(captcha !== undefined && { 'bot-detection': { challenge_passwordless_policy: captcha } }),
  };
}

function onOrOff<Own extends object>(
  value: boolean | Own | undefined,
  shields: readonly string[],
  more: (own: Own) => object,
): object {
  if (value === undefined) return {};
  if (value === false) return { enabled: false };
  return { enabled: true, shields, ...(value !== true && more(value)) };
}
