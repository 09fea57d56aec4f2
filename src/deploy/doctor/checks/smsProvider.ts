import type { Check } from '../Check.ts';
import type { PhoneProvider, SmsProvider } from '../ConnectionFacts.ts';
import { offered } from '../methods.ts';
import { failed, type Outcome, ok, unknown } from '../Outcome.ts';
import { providerProblems } from '../providerProblems.ts';
import { whenKnown } from '../whenKnown.ts';
import { whoSends } from '../whoSends.ts';

/** Someone sends the text messages: the connection's own provider, or the tenant's, whichever Auth0 asks. */
export const smsProvider: Check = {
  id: 'sms-provider',
  area: 'connections',
  right:
    "Who really sends is complete: the connection's Twilio (SID, token, and a number or messaging service) or gateway; or the tenant's phone provider, where that one sends, with the delivery method Text",
  scopes: ['read:connections', 'read:phone_providers', 'read:tenant_settings'],
  look: (facts) =>
    whenKnown(facts.connections, (all) =>
      offered(all, facts.built).flatMap((connection) => {
        const sends = whoSends(connection, facts);
        if (sends === null) return [];
        const { name, sms } = connection;
        return whenKnown(
          sends,
          (it) => {
            if (it.by === 'unknown') return [unknown(name, it.reason, decide)];
            if (it.by === 'tenant') return [judgeTenants(name, it.provider, sms)];
            const problems = providerProblems(it.provider);
            return problems.length === 0
              ? [ok(name, `${sender(it.provider)}.`)]
              : [failed(name, problems.join(' '), complete)];
          },
          name,
        );
      }),
    ),
};

function judgeTenants(name: string, tenants: PhoneProvider | null, own: SmsProvider | null): Outcome {
  const unused =
    own !== null && (own.sid !== null || own.gatewayUrl !== null)
      ? " The connection's own provider is not used."
      : '';
  if (tenants === null) {
    return failed(
      name,
      `The tenant's phone provider sends, and there is none that is on: no code arrives.${unused}`,
      turnOn,
    );
  }
  const { provider, sendsText } = tenants;
  if (sendsText === false) {
    return failed(
      name,
      `The tenant's phone provider sends, and its delivery methods lack Text: no code arrives.${unused}`,
      turnOn,
    );
  }
  const problems = providerProblems(provider, { isTenants: true });
  if (problems.length > 0) {
    return failed(name, `The tenant's phone provider sends. ${problems.join(' ')}${unused}`, turnOn);
  }
  if (sendsText === null) {
    return unknown(
      name,
      `The tenant's phone provider sends: ${sender(provider)}. The API does not say by which delivery methods; it must be Text.${unused}`,
      turnOn,
    );
  }
  return ok(
    name,
    `The tenant's phone provider sends: ${sender(provider)}. Pages are not told when a message fails: the tenant's logs are.${unused}`,
  );
}

function sender({ kind, sid, from, messagingService, gatewayUrl }: SmsProvider): string {
  if (kind === 'gateway') return `A gateway at ${gatewayUrl}`;
  if (kind === 'custom') return 'An Action of the tenant';
  const by = messagingService === null ? `from ${from}` : `by the messaging service ${messagingService}`;
  return `Twilio, account ${sid}, ${by}`;
}

const complete = {
  dashboard:
    'Authentication > Passwordless > SMS: Twilio SID, Twilio AuthToken, and From or Messaging Service SID, Save. Newer tenants: Branding > Phone Provider.',
  command: 'npm run setup-tenant -- --apply',
  note: 'with tenant.sms in login.config.ts, and TWILIO_SID and TWILIO_AUTH_TOKEN in the environment',
};
const turnOn = {
  dashboard:
    'Branding > Phone Provider: turn it on, with the delivery method Text, Save; then Send Test Message.',
  command: 'npm run doctor',
  note: 'afterwards, to look again',
};
const decide = {
  dashboard:
    'Authentication > Passwordless > SMS: turn Use Tenant-level Messaging Provider on or off, Save. Then log in once.',
  command: 'npm run setup-tenant -- --apply',
  note: "with tenant.sms.provider 'twilio' or 'tenant' in login.config.ts",
};
