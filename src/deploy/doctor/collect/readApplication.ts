import * as v from 'valibot';
import { oneLine } from '../../../settings/oneLine.ts';
import type { ManagementApi } from '../../api/ManagementApi.ts';
import { texts } from '../../api/texts.ts';
import { type Answer, mapAnswer } from '../Answer.ts';
import type { ApplicationFacts } from '../ApplicationFacts.ts';
import type { PageFacts } from '../PageFacts.ts';
import { ask } from './ask.ts';
import type { ChosenApplication } from './chooseApplications.ts';
import { describePage } from './describePage.ts';

/** As far as a login depends on it; without `read:clients` Auth0 leaves these fields out. */
const applicationSchema = v.object({
  app_type: v.nullish(v.string(), null),
  grant_types: texts,
  callbacks: texts,
  web_origins: texts,
  allowed_origins: texts,
  // The older name is what older tenants answer by.
  cross_origin_auth: v.nullish(v.boolean()),
  cross_origin_authentication: v.nullish(v.boolean()),
  organization_usage: v.nullish(v.string(), null),
  skip_non_verifiable_callback_uri_confirmation_prompt: v.nullish(v.boolean(), null),
  jwt_configuration: v.nullish(v.object({ alg: v.nullish(v.string(), null) }), null),
  custom_login_page: v.nullish(v.string()),
  custom_login_page_on: v.nullish(v.boolean()),
});

/** An application, and its own page where it has one. */
export interface ReadApplication {
  facts: ApplicationFacts;
  /** `null`: it shows the tenant's. */
  page: PageFacts | null;
}

/** What the checks have to know of an application. */
export async function readApplication(
  api: ManagementApi,
  { id, name }: ChosenApplication,
): Promise<Answer<ReadApplication>> {
  const answer = await ask(api, {
    doing: `read the application ${name}`,
    scope: 'read:clients',
    schema: applicationSchema,
    request: (sdk) => sdk.clients.get(id, { fields: FIELDS, include_fields: true }),
  });
  return mapAnswer(answer, (given) => {
    const html = given.custom_login_page ?? '';
    const on = given.custom_login_page_on ?? true;
    return {
      facts: {
        id,
        name,
        type: given.app_type === null ? null : oneLine(given.app_type, 40),
        grants: given.grant_types,
        callbacks: given.callbacks.map((url) => oneLine(url)),
        webOrigins: given.web_origins.map((url) => oneLine(url)),
        allowedOrigins: given.allowed_origins.map((url) => oneLine(url)),
        crossOrigin: given.cross_origin_authentication ?? given.cross_origin_auth ?? false,
        algorithm: given.jwt_configuration?.alg ?? null,
        requiresOrganization: given.organization_usage === 'require',
        skipsConfirmation: given.skip_non_verifiable_callback_uri_confirmation_prompt,
      },
      page: on && html.trim() !== '' ? describePage({ id, name }, html, on) : null,
    };
  });
}

const FIELDS = Object.keys(applicationSchema.entries).join(',');
