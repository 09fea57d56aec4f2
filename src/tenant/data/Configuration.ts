/** Settings of a tenant that are one JSON object each, by the path of the Management API that has them. */
export type Configuration = Map<string, Record<string, unknown>>;

/** As a new tenant has them. */
export const newConfiguration = (name: string): Configuration =>
  new Map<string, Record<string, unknown>>([
    [
      '/tenants/settings',
      {
        friendly_name: name,
        enabled_locales: ['en'],
        flags: {
          allow_changing_enable_sso: false,
          disable_clickjack_protection_headers: false,
          disable_impersonation: true,
          enable_sso: true,
          revoke_refresh_token_grant: false,
          universal_login: true,
        },
        sandbox_version: '22',
        oidc_logout: { rp_logout_end_session_endpoint_discovery: true },
        universal_login: {},
        resource_parameter_profile: 'audience',
        // A new tenant at Auth0 has `true`: here, a connection's own SMS provider counts.
        phone_consolidated_experience: false,
        client_id_metadata_document_supported: false,
      },
    ],
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
          'pre-custom-token-exchange': { max_attempts: 10, rate: 600_000 },
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
      {
        active_provider_id: 'auth_challenge',
        simple_captcha: {},
        auth_challenge: { fail_open: false },
        recaptcha_v2: { site_key: '' },
        recaptcha_enterprise: { site_key: '', project_id: '' },
        hcaptcha: { site_key: '' },
        friendly_captcha: { site_key: '' },
        arkose: {
          site_key: '',
          client_subdomain: 'client-api',
          verify_subdomain: 'verify-api',
          fail_open: false,
        },
      },
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
