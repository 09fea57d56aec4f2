import * as v from 'valibot';
import type { ManagementApi } from '../../api/ManagementApi.ts';
import { type Answer, mapAnswer } from '../Answer.ts';
import type { PhoneProvider } from '../ConnectionFacts.ts';
import type { Sender } from '../twilio/Sender.ts';
import { ask } from './ask.ts';
import { NOTHING, type ReadProvider, twilioProvider } from './smsProviderOf.ts';

/** The tenant's provider, and what to ask Twilio of it. */
export interface ReadPhoneProvider {
  facts: PhoneProvider;
  sender: Sender | null;
}

const text = v.nullish(v.string());
const providerSchema = v.object({
  name: text,
  disabled: v.nullish(v.boolean()),
  configuration: v.nullish(
    v.object({
      sid: text,
      mssid: text,
      default_from: text,
      delivery_methods: v.nullish(v.array(v.unknown())),
    }),
  ),
});
const providersSchema = v.object({ providers: v.nullish(v.array(providerSchema)) });
type Provider = v.InferOutput<typeof providerSchema>;

/**
 * The tenant's own provider of text messages; its token is never shown by the API.
 *
 * @param twilioSid - the account to compare its own with; `null`: none
 */
export async function readPhoneProvider(
  api: ManagementApi,
  twilioSid: string | null,
): Promise<Answer<ReadPhoneProvider | null>> {
  const answer = await ask(api, {
    doing: "read the tenant's phone provider",
    scope: 'read:phone_providers',
    schema: providersSchema,
    request: (sdk) => sdk.branding.phone.providers.list(),
    missing: { providers: [] },
  });
  return mapAnswer(answer, ({ providers }) => {
    const on = (providers ?? []).filter(({ disabled }) => disabled !== true);
    // The API knows one for each channel; where there are more, one that can send text messages.
    const provider = on.find((it) => sendsText(it) === true) ?? on[0];
    if (provider === undefined) return null;
    const { provider: facts, sender } = providerOf(provider, twilioSid);
    return { facts: { provider: facts, sendsText: sendsText(provider) }, sender };
  });
}

function providerOf({ name, configuration }: Provider, twilioSid: string | null): ReadProvider {
  if (name !== 'twilio') return { provider: { ...NOTHING, kind: 'custom' }, sender: null };
  const { sid, mssid, default_from: from } = configuration ?? {};
  return twilioProvider({ sid, token: null, from, messagingService: mssid }, twilioSid);
}

const sendsText = ({ configuration }: Provider): boolean | null =>
  configuration?.delivery_methods?.includes('text') ?? null;
