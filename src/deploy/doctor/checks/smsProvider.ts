import { both } from '../Answer.ts';
import type { Check } from '../Check.ts';
import type { SmsProvider } from '../ConnectionFacts.ts';
import { offered } from '../methods.ts';
import { failed, ok } from '../Outcome.ts';
import { providerProblems } from '../providerProblems.ts';
import { whenKnown } from '../whenKnown.ts';

/**
 * Somebody sends the text messages: the connection's own provider, or the tenant's, which newer tenants have.
 *
 * @see https://auth0.com/docs/customize/phone-messages/unified-phone/unified-phone-experience-passwordless
 */
export const smsProvider: Check = {
  id: 'sms-provider',
  area: 'connections',
  right:
    "The provider is complete: Twilio's SID, token, and a number or messaging service; or a gateway's URL; or the tenant has a phone provider",
  scopes: ['read:connections', 'read:phone_providers'],
  look: ({ connections, built, phoneProvider }) =>
    whenKnown(connections, (all) =>
      offered(all, built).flatMap(({ name, sms }) => {
        if (sms === null) return [];
        const problems = providerProblems(sms);
        if (problems.length === 0) return [ok(name, `${sender(sms)}.`)];
        // Only where the connection itself is incomplete does the tenant's provider matter.
        return whenKnown(
          both(connections, phoneProvider),
          ([, tenants]) => {
            if (tenants !== null && providerProblems(tenants, { isTenants: true }).length === 0)
              return [ok(name, `The tenant's phone provider sends: ${sender(tenants)}.`)];
            return [
              failed(name, `${problems.join(' ')} The tenant has no complete phone provider either.`, fix),
            ];
          },
          name,
        );
      }),
    ),
};

function sender({ kind, sid, from, messagingService, gatewayUrl }: SmsProvider): string {
  if (kind === 'gateway') return `A gateway at ${gatewayUrl}`;
  if (kind === 'custom') return 'An Action of the tenant';
  const by = messagingService === null ? `from ${from}` : `by the messaging service ${messagingService}`;
  return `Twilio, account ${sid}, ${by}`;
}

const fix = {
  dashboard:
    'Authentication > Passwordless > SMS: Twilio SID, Twilio AuthToken, and From or Messaging Service SID, Save. Newer tenants: Branding > Phone Provider.',
  command: 'npm run setup-tenant -- --apply',
  note: 'with tenant.sms in login.config.ts, and TWILIO_SID and TWILIO_AUTH_TOKEN in the environment',
};
