import type { Answer } from './Answer.ts';
import type { ApplicationFacts } from './ApplicationFacts.ts';
import type { BuiltPage } from './BuiltPage.ts';
import type { EmailFacts, PasswordlessConnection, PhoneProvider } from './ConnectionFacts.ts';
import type { PageFacts } from './PageFacts.ts';
import type { BotDetection, CustomDomain, Shield } from './TenantFacts.ts';
import type { TwilioFacts } from './twilio/TwilioFacts.ts';

/** All that the checks look at. It holds no secret: a token is there, or it is not. */
export interface Facts {
  /** `acme.eu.auth0.com` */
  domain: string;
  /** The applications that are looked at. */
  applications: Answer<readonly ApplicationFacts[]>;
  /** The pages that those applications' logins show. */
  pages: Answer<readonly PageFacts[]>;
  /** Connections whose strategy, or name, is `sms` or `email`, and those that the pages name. */
  connections: Answer<readonly PasswordlessConnection[]>;
  /** The phone provider of the tenant that is on; `null` where it has none. */
  phoneProvider: Answer<PhoneProvider | null>;
  /** Whether that one sends for the whole tenant, `phone_consolidated_experience`; `null` where it does not say. */
  unifiedPhone: Answer<boolean | null>;
  /** The tenant's own provider of email; `null` where Auth0's built-in one sends. */
  emailProvider: Answer<EmailFacts | null>;
  /** Of the prompts: which login stands where no page is customised. */
  experience: Answer<'classic' | 'new'>;
  /** The flag `disable_clickjack_protection_headers`; `null` where the tenant does not say. */
  clickjackingHeadersOff: Answer<boolean | null>;
  /** Of the tenant, for applications that do not say: `skip_non_verifiable_callback_uri_confirmation_prompt`. */
  skipsConfirmation: Answer<boolean | null>;
  /** Names of those that are enabled. */
  rules: Answer<readonly string[]>;
  hooks: Answer<readonly string[]>;
  /** How repeated text messages to one person are slowed down: `exponential`; `null` where the tenant has no such thing. */
  phoneProtection: Answer<string | null>;
  customDomains: Answer<readonly CustomDomain[]>;
  bruteForce: Answer<Shield>;
  suspiciousIp: Answer<Shield>;
  botDetection: Answer<BotDetection>;
  /** Factors of multi-factor authentication that are on, by Auth0's names. */
  factors: Answer<readonly string[]>;
  /** What `dist/` holds; empty before a build. */
  built: readonly BuiltPage[];
  /** What Twilio says; `null` when it was not asked. */
  twilio: TwilioFacts | null;
}
