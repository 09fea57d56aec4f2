import { CODE_MARKER } from '../../settings/tenant/messageProblem.ts';
import type { SmsSettings } from '../../settings/tenant/TenantSettings.ts';
import { codeOptions, defaultCodeOptions } from './codeOptions.ts';
import type { WantedConnection } from './WantedConnection.ts';

/** In which `@@password@@` is replaced. */
const SYNTAX = 'md_with_macros';

/** The connection `sms`; Twilio's credentials are placeholders that auth0-deploy-cli fills in. */
export function smsConnection(sms: SmsSettings): WantedConnection {
  const { from, messagingServiceSid, message, syntax } = sms;
  return {
    name: 'sms',
    named: {
      provider: 'twilio',
      twilio_sid: '##TWILIO_SID##',
      twilio_token: '##TWILIO_AUTH_TOKEN##',
      ...(from !== undefined && { from }),
      ...(messagingServiceSid !== undefined && { messaging_service_sid: messagingServiceSid }),
      // A message is read by its syntax: another one that is live would send it without a code.
      ...(message !== undefined && { template: message, syntax: SYNTAX }),
      ...(syntax !== undefined && { syntax }),
      ...codeOptions(sms),
    },
    defaults: {
      name: 'sms',
      template: `Your verification code is: ${CODE_MARKER}`,
      syntax: SYNTAX,
      ...defaultCodeOptions,
    },
  };
}
