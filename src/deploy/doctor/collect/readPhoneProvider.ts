import * as v from 'valibot';
import type { ManagementApi } from '../../api/ManagementApi.ts';
import { type Answer, mapAnswer } from '../Answer.ts';
import { ask } from './ask.ts';
import { NOTHING, type ReadProvider, twilioProvider } from './smsProviderOf.ts';

const text = v.fallback(v.nullish(v.string()), null);
const providersSchema = v.object({
  providers: v.optional(
    v.array(
      v.object({
        name: v.string(),
        disabled: v.optional(v.boolean(), false),
        configuration: v.optional(v.object({ sid: text, mssid: text, default_from: text })),
      }),
    ),
    [],
  ),
});

/**
 * The tenant's own provider of text messages; its token is never shown by the API.
 *
 * @param twilioSid - the account to compare its own with; `null`: none
 */
export async function readPhoneProvider(
  api: ManagementApi,
  twilioSid: string | null,
): Promise<Answer<ReadProvider | null>> {
  const answer = await ask(api, {
    doing: "read the tenant's phone provider",
    scope: 'read:phone_providers',
    schema: providersSchema,
    request: (sdk) => sdk.branding.phone.providers.list(),
    missing: { providers: [] },
  });
  return mapAnswer(answer, ({ providers }) => {
    const provider = providers.find(({ disabled }) => !disabled);
    if (provider === undefined) return null;
    if (provider.name !== 'twilio') return { provider: { ...NOTHING, kind: 'custom' }, sender: null };
    const { sid, mssid, default_from: from } = provider.configuration ?? {};
    return twilioProvider({ sid, token: null, from, messagingService: mssid }, twilioSid);
  });
}
