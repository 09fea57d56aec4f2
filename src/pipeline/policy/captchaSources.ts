/**
 * What the captchas need that Lock can load (auth0-lock 14.3.0, `src/field/captcha/third_party_captcha.jsx`;
 * a unit test finds a host that is missing here), as their vendors document it:
 *
 * @see https://developers.google.com/recaptcha/docs/faq (reCAPTCHA, Enterprise too)
 * @see https://docs.hcaptcha.com/#content-security-policy-settings
 * @see https://developer.friendlycaptcha.com/docs/v1/getting-started/csp
 * @see https://developer.arkoselabs.com/docs/content-security-policy
 * @see https://developers.cloudflare.com/turnstile/reference/content-security-policy/
 */
export const captchaSources = {
  'script-src': [
    'https://www.recaptcha.net/recaptcha/',
    'https://www.gstatic.com/recaptcha/',
    'https://www.gstatic.cn/recaptcha/',
    'https://hcaptcha.com',
    'https://*.hcaptcha.com',
    // By the package's path: anybody can publish something on this host.
    'https://cdn.jsdelivr.net/npm/friendly-challenge@0.9.12/',
    'https://*.arkoselabs.com',
    'https://challenges.cloudflare.com',
    // Friendly Captcha solves its puzzle in WebAssembly.
    "'wasm-unsafe-eval'",
  ],
  'style-src': ['https://hcaptcha.com', 'https://*.hcaptcha.com', 'https://*.arkoselabs.com'],
  'connect-src': [
    'https://www.recaptcha.net/recaptcha/',
    'https://hcaptcha.com',
    'https://*.hcaptcha.com',
    'https://api.friendlycaptcha.com',
    'https://eu-api.friendlycaptcha.eu',
    'https://*.arkoselabs.com',
    'https://challenges.cloudflare.com',
  ],
  'frame-src': [
    'https://www.recaptcha.net/recaptcha/',
    'https://recaptcha.google.com/recaptcha/',
    'https://www.google.com/recaptcha/',
    'https://hcaptcha.com',
    'https://*.hcaptcha.com',
    'https://*.arkoselabs.com',
    'https://challenges.cloudflare.com',
  ],
  'worker-src': ["'self'", 'blob:'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
