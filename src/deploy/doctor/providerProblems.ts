import type { SmsProvider } from './ConnectionFacts.ts';

/**
 * What a provider of text messages lacks, a sentence each.
 *
 * @param isTenants - the API never shows the token of a tenant's provider
 */
export function providerProblems(
  { kind, sid, sidIsWellFormed, token, from, messagingService, gatewayUrl }: SmsProvider,
  { isTenants = false }: { isTenants?: boolean } = {},
): string[] {
  if (kind === 'custom') return [];
  if (kind === 'gateway') return gatewayProblems(gatewayUrl);
  return [
    ...(sid === null ? ['It has no Twilio SID.'] : []),
    ...(sid !== null && !sidIsWellFormed
      ? ["Its Twilio SID is none: an account's is AC and 32 hexadecimal digits."]
      : []),
    ...(token === 'absent' && !isTenants ? ['It has no Twilio token.'] : []),
    ...(token === 'placeholder'
      ? ['Its Twilio token is a placeholder that auth0-deploy-cli did not replace.']
      : []),
    ...(from === null && messagingService === null
      ? ['It has neither a number to send from nor a messaging service.']
      : []),
    ...(from !== null && messagingService !== null
      ? ['It has both a number to send from and a messaging service: one of them must go.']
      : []),
  ];
}

function gatewayProblems(url: string | null): string[] {
  if (url === null) return ['Its provider is a gateway of your own, without a gateway_url that is a URL.'];
  return url.startsWith('https://')
    ? []
    : ['Its gateway is not reached by https: codes go over the line unencrypted.'];
}
