import { DEFAULT_MESSAGE, smsTemplate } from '../../settings/tenant/smsTemplate.ts';
import type { SmsSettings } from '../../settings/tenant/TenantSettings.ts';
import { codeOptions, defaultCodeOptions } from './codeOptions.ts';
import type { WantedConnection } from './WantedConnection.ts';

/**
 * The connection `sms`; Twilio's credentials are placeholders that auth0-deploy-cli fills in.
 *
 * @param loginHost - of the settings
 */
export function smsConnection(sms: SmsSettings, loginHost?: string): WantedConnection {
  const { from, messagingServiceSid, message, syntax, autofill } = sms;
  return {
    name: 'sms',
    named: {
      provider: 'twilio',
      twilio_sid: '##TWILIO_SID##',
      twilio_token: '##TWILIO_AUTH_TOKEN##',
      ...(from !== undefined && { from }),
      ...(messagingServiceSid !== undefined && { messaging_service_sid: messagingServiceSid }),
      // A message is read by its syntax: another one that is live would send it without a code.
      ...((message !== undefined || autofill === true) && smsTemplate(sms, loginHost)),
      ...(syntax !== undefined && { syntax }),
      ...codeOptions(sms),
    },
    defaults: {
      name: 'sms',
      template: DEFAULT_MESSAGE,
      syntax: 'md_with_macros',
      ...defaultCodeOptions,
    },
  };
}
