import { DEFAULT_MESSAGE, smsTemplate } from '../../settings/tenant/smsTemplate.ts';
import type { SmsSettings } from '../../settings/tenant/TenantSettings.ts';
import { codeOptions, defaultCodeOptions } from './codeOptions.ts';
import type { WantedConnection } from './WantedConnection.ts';

/**
 * The connection `sms`; Twilio's credentials are placeholders, filled in when it is sent.
 *
 * @param loginHost - of the settings
 */
export function smsConnection(sms: SmsSettings, loginHost?: string): WantedConnection {
  const { provider, from, messagingServiceSid, message, syntax, autofill } = sms;
  return {
    name: 'sms',
    named: {
      // Of the Management API, and in no document of Auth0's: what its dashboard writes where the tenant's provider sends.
      // https://github.com/auth0/terraform-provider-auth0/issues/1549
      ...(provider === 'tenant'
        ? { use_phone_provider: true }
        : { provider: 'twilio', twilio_sid: '##TWILIO_SID##', twilio_token: '##TWILIO_AUTH_TOKEN##' }),
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
