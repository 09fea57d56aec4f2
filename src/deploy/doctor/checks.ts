import type { Check } from './Check.ts';
import { applicationCallbacks } from './checks/applicationCallbacks.ts';
import { applicationConfirmation } from './checks/applicationConfirmation.ts';
import { applicationCrossOrigin } from './checks/applicationCrossOrigin.ts';
import { applicationGrants } from './checks/applicationGrants.ts';
import { applicationOrganizations } from './checks/applicationOrganizations.ts';
import { applicationOrigins } from './checks/applicationOrigins.ts';
import { applicationSigning } from './checks/applicationSigning.ts';
import { applicationType } from './checks/applicationType.ts';
import { botDetection } from './checks/botDetection.ts';
import { bruteForce } from './checks/bruteForce.ts';
import { captchaSupport } from './checks/captchaSupport.ts';
import { classicLogin } from './checks/classicLogin.ts';
import { clickjacking } from './checks/clickjacking.ts';
import { connectionCode } from './checks/connectionCode.ts';
import { connectionEnabled } from './checks/connectionEnabled.ts';
import { connectionExists } from './checks/connectionExists.ts';
import { connectionMessage } from './checks/connectionMessage.ts';
import { connectionStrategy } from './checks/connectionStrategy.ts';
import { customDomain } from './checks/customDomain.ts';
import { emailLink } from './checks/emailLink.ts';
import { emailProvider } from './checks/emailProvider.ts';
import { legacyCode } from './checks/legacyCode.ts';
import { libraryAdvisories } from './checks/libraryAdvisories.ts';
import { mfa } from './checks/mfa.ts';
import { pageCurrent } from './checks/pageCurrent.ts';
import { pageMarker } from './checks/pageMarker.ts';
import { pageOn } from './checks/pageOn.ts';
import { pageSize } from './checks/pageSize.ts';
import { phoneProtection } from './checks/phoneProtection.ts';
import { smsProvider } from './checks/smsProvider.ts';
import { suspiciousIp } from './checks/suspiciousIp.ts';
import { twilioAccount } from './checks/twilioAccount.ts';
import { twilioCredentials } from './checks/twilioCredentials.ts';
import { twilioSender } from './checks/twilioSender.ts';

/** Every check, in the order in which results are shown, each area together. */
export const checks: readonly Check[] = [
  pageOn,
  pageMarker,
  pageCurrent,
  pageSize,
  classicLogin,
  legacyCode,
  customDomain,
  connectionExists,
  connectionStrategy,
  smsProvider,
  emailProvider,
  emailLink,
  connectionMessage,
  connectionEnabled,
  applicationType,
  applicationGrants,
  applicationCallbacks,
  applicationConfirmation,
  applicationOrigins,
  applicationCrossOrigin,
  applicationSigning,
  applicationOrganizations,
  clickjacking,
  connectionCode,
  bruteForce,
  suspiciousIp,
  botDetection,
  phoneProtection,
  mfa,
  libraryAdvisories,
  captchaSupport,
  twilioCredentials,
  twilioAccount,
  twilioSender,
];
