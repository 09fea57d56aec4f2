/** Settings of a tenant that are one JSON object each, by the path of the Management API that has them. */
export type Configuration = Map<string, Record<string, unknown>>;

/** As a new tenant has them. */
export const newConfiguration = (name: string): Configuration =>
  new Map<string, Record<string, unknown>>([
    ['/tenants/settings', { friendly_name: name, enabled_locales: ['en'], flags: {}, sandbox_version: '22' }],
    ['/prompts', { universal_login_experience: 'classic', identifier_first: false }],
    ['/branding', {}],
    [
      '/attack-protection/brute-force-protection',
      {
        enabled: true,
        shields: ['block', 'user_notification'],
        allowlist: [],
        mode: 'count_per_identifier_and_ip',
        max_attempts: 10,
      },
    ],
    [
      '/attack-protection/suspicious-ip-throttling',
      {
        enabled: true,
        shields: ['admin_notification', 'block'],
        allowlist: [],
        stage: {
          'pre-login': { max_attempts: 100, rate: 864_000 },
          'pre-user-registration': { max_attempts: 50, rate: 1_200 },
        },
      },
    ],
    [
      '/attack-protection/breached-password-detection',
      {
        enabled: false,
        shields: [],
        admin_notification_frequency: [],
        method: 'standard',
        stage: { 'pre-user-registration': { shields: [] }, 'pre-change-password': { shields: [] } },
      },
    ],
    [
      '/attack-protection/bot-detection',
      {
        bot_detection_level: 'medium',
        challenge_password_policy: 'never',
        challenge_passwordless_policy: 'never',
        challenge_password_reset_policy: 'never',
        allowlist: [],
        monitoring_mode_enabled: false,
      },
    ],
    [
      '/attack-protection/captcha',
      { active_provider_id: 'auth_challenge', auth_challenge: { fail_open: false } },
    ],
    ['/risk-assessments/settings', { enabled: false }],
    ['/risk-assessments/settings/new-device', { remember_for: 30 }],
    ['/supplemental-signals', { akamai_enabled: false }],
  ]);

/** Factors of multi-factor authentication, by Auth0's names; all off in a new tenant. */
export const GUARDIAN_FACTORS = [
  'sms',
  'push-notification',
  'otp',
  'email',
  'duo',
  'webauthn-roaming',
].concat(['webauthn-platform', 'recovery-code']);
