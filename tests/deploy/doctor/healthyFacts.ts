import { known } from '../../../src/deploy/doctor/Answer.ts';
import type { ApplicationFacts } from '../../../src/deploy/doctor/ApplicationFacts.ts';
import type { BuiltPage } from '../../../src/deploy/doctor/BuiltPage.ts';
import type { PasswordlessConnection, SmsProvider } from '../../../src/deploy/doctor/ConnectionFacts.ts';
import type { Facts } from '../../../src/deploy/doctor/Facts.ts';
import type { PageFacts } from '../../../src/deploy/doctor/PageFacts.ts';
import type { TwilioFacts } from '../../../src/deploy/doctor/twilio/TwilioFacts.ts';

export const application = (over: Partial<ApplicationFacts> = {}): ApplicationFacts => ({
  id: 'shop-id',
  name: 'Shop',
  type: 'spa',
  grants: ['authorization_code', 'refresh_token'],
  callbacks: ['https://shop.example.com/callback'],
  webOrigins: ['https://shop.example.com'],
  allowedOrigins: [],
  crossOrigin: false,
  algorithm: 'RS256',
  requiresOrganization: false,
  skipsConfirmation: null,
  ...over,
});

export const page = (over: Partial<PageFacts> = {}): PageFacts => ({
  application: null,
  on: true,
  sha256: 'abc',
  apiBodyBytes: 430_000,
  markers: 1,
  isOurs: true,
  isWhole: true,
  hashesBefore: [],
  scripts: [],
  ...over,
});

export const built = (over: Partial<BuiltPage> = {}): BuiltPage => ({
  page: 'login',
  sha256: 'abc',
  bytes: { html: 420_000, apiBody: 430_000 },
  versions: { 'auth0-lock': '14.3.0', 'auth0-js': '10.2.1', renderer: 'preact 11.2.0' },
  delivery: 'inline',
  emailMethod: 'code',
  connections: { allow: ['sms', 'email'], choose: 'request' },
  ...over,
});

export const provider = (over: Partial<SmsProvider> = {}): SmsProvider => ({
  kind: 'twilio',
  sid: 'AC…1234',
  sidIsWellFormed: true,
  isOfTwilioSid: true,
  token: 'given',
  from: '+15005550006',
  messagingService: null,
  gatewayUrl: null,
  ...over,
});

export const sms = (over: Partial<PasswordlessConnection> = {}): PasswordlessConnection => ({
  id: 'con_sms',
  name: 'sms',
  strategy: 'sms',
  clients: ['shop-id'],
  sms: provider(),
  usesPhoneProvider: null,
  message: 'Acme: @@password@@',
  syntax: 'md_with_macros',
  code: { digits: 6, seconds: 180 },
  bruteForceProtection: true,
  ...over,
});

export const email = (over: Partial<PasswordlessConnection> = {}): PasswordlessConnection => ({
  ...sms({ id: 'con_email', name: 'email', strategy: 'email', sms: null, message: null }),
  ...over,
});

export const twilio = (over: Partial<TwilioFacts> = {}): TwilioFacts => ({
  account: { is: 'known', value: { sid: 'AC…1234', status: 'active', isTrial: false } },
  senders: [
    {
      connection: 'sms',
      answer: {
        is: 'known',
        value: { kind: 'number', number: '+15005550006', isOwned: true, canSendSms: true },
      },
    },
  ],
  ...over,
});

/** A tenant in which nothing is wrong. */
export const healthyFacts = (over: Partial<Facts> = {}): Facts => ({
  domain: 'acme.eu.auth0.com',
  applications: known([application()]),
  pages: known([page()]),
  connections: known([sms(), email()]),
  phoneProvider: known(null),
  unifiedPhone: known(false),
  skipsConfirmation: known(null),
  rules: known([]),
  hooks: known([]),
  phoneProtection: known('exponential'),
  emailProvider: known({ name: 'sendgrid', enabled: true }),
  experience: known('classic'),
  clickjackingHeadersOff: known(false),
  customDomains: known([]),
  bruteForce: known({ enabled: true, blocks: true }),
  suspiciousIp: known({ enabled: true, blocks: true }),
  botDetection: known({ passwordless: 'when_risky', onlyMonitors: false }),
  factors: known(['otp']),
  built: [built()],
  twilio: twilio(),
  ...over,
});
