import { defaultEmail } from '../../settings/tenant/defaultEmail.ts';
import { mistakeText, renderLiquid } from '../../settings/tenant/liquid.ts';
import { emailVariables, smsVariables } from '../../settings/tenant/messageVariables.ts';
import { DEFAULT_MESSAGE } from '../../settings/tenant/smsTemplate.ts';
import type { TenantData } from '../data/TenantData.ts';
import { emailText } from '../outbox/emailText.ts';
import type { Message } from '../outbox/Message.ts';
import type { StartRequest } from './startRequest.ts';

type Written = Pick<Message, 'from' | 'subject' | 'text' | 'html'>;

/** What a message brings, and in which language it is asked for. */
interface Brought {
  code: string;
  link: string | null;
  language: string;
}

const BROKEN =
  'Nothing can be sent, since a template has a mistake. Auth0 does not document what it does then. To go on with this login, use what is below.';

/**
 * The message as its connection has it, whether the settings or the Management API have put that there; what the
 * connection does not say is Auth0's default.
 */
export function composeMessage(
  request: StartRequest,
  data: TenantData,
  brought: Brought,
): Written & Pick<Message, 'problems' | 'undelivered'> {
  const renderer = new Renderer(request, data, brought);
  const { problems } = renderer;
  const written =
    request.strategy === 'sms'
      ? writeSms(request.connection.options, data, renderer)
      : writeEmail(request, renderer);
  if (renderer.isBroken) return { ...written, text: '', html: null, problems, undelivered: BROKEN };
  const what = brought.link === null ? 'code' : 'link';
  if (!written.text.includes(brought[what] ?? '')) {
    problems.push(`The ${what} is nowhere in it: no one can log in with this message.`);
  }
  return { ...written, problems, undelivered: null };
}

/** Renders the templates of one message, and notes what is wrong with them. */
class Renderer {
  readonly problems: string[] = [];
  isBroken = false;
  readonly #known: readonly string[];
  readonly #values: object;
  readonly #macros: readonly [macro: string, value: string][];

  constructor(request: StartRequest, data: TenantData, { code, link, language }: Brought) {
    this.#known = request.strategy === 'sms' ? smsVariables : emailVariables;
    this.#values = { ...valuesFor(request, data), code, link, password: code, request_language: language };
    this.#macros = [
      ['@@password@@', code],
      ['@@link@@', link ?? ''],
    ];
  }

  /** @param option - where the template stands in the connection: `options.template` */
  render(option: string, template: string, syntax: unknown): string {
    const { text, mistakes } =
      syntax === 'liquid'
        ? renderLiquid(template, this.#values, this.#known)
        : { text: template, mistakes: [] };
    this.problems.push(...mistakes.map((mistake) => `${option}, ${mistakeText(mistake)}`));
    if (text === null) this.isBroken = true;
    return this.#macros.reduce((all, [macro, value]) => all.split(macro).join(value), text ?? '');
  }
}

/** The variables of Liquid, beside what the message brings: those that Auth0 documents. */
function valuesFor(
  { clientId, connection, identifier, send, strategy }: StartRequest,
  data: TenantData,
): object {
  const application = data.applications.get(clientId);
  const metadata = application?.['client_metadata'];
  const [callback = ''] = application?.callbacks ?? [];
  const { friendly_name, support_email, support_url } = data.configured('/tenants/settings');
  const [domain] = data.providers.customDomains;
  return {
    ...(strategy === 'sms'
      ? { phone_number: identifier }
      : { user: { email: identifier }, send, operation: null }),
    application: {
      ...{ name: application?.name ?? clientId, client_id: clientId, clientID: clientId },
      ...{ app_type: application?.app_type, logo_uri: application?.logo_uri },
      ...{ description: application?.['description'], client_metadata: metadata, metadata },
      callback_domain: URL.canParse(callback) ? new URL(callback).origin : null,
    },
    connection: { name: connection.name },
    ...{ tenant: data.name, friendly_name, support_email, support_url },
    ...(domain !== undefined && {
      custom_domain: { domain: domain.domain, domain_metadata: domain['domain_metadata'] },
    }),
  };
}

function writeSms(
  options: StartRequest['connection']['options'],
  data: TenantData,
  renderer: Renderer,
): Written {
  const template = textOf(options.template) ?? DEFAULT_MESSAGE;
  const text = renderer.render('options.template', template, options['syntax']);
  return { from: smsSender(options, data), subject: null, text, html: null };
}

/** Who an SMS is from: the tenant's phone provider, where the connection leaves it to that one. */
function smsSender(options: Readonly<Record<string, unknown>>, data: TenantData): string | null {
  if (options['use_phone_provider'] !== true) {
    return textOf(options['messaging_service_sid']) ?? textOf(options['from']);
  }
  const provider = data.providers.phone.find(({ disabled }) => !disabled);
  const { default_from: from, mssid } = provider?.configuration ?? {};
  return textOf(mssid) ?? textOf(from) ?? 'the tenant’s phone provider';
}

function writeEmail({ connection: { options }, send }: StartRequest, renderer: Renderer): Written {
  const { email } = options;
  const own = typeof email === 'object' && email !== null ? (email as Readonly<Record<string, unknown>>) : {};
  const { syntax = 'liquid' } = own;
  const render = (key: string, otherwise: string): string => {
    const template = textOf(own[key]);
    const option = `options.email.${key}`;
    return template === null
      ? renderer.render(option, otherwise, 'liquid')
      : renderer.render(option, template, syntax);
  };
  const auth0s = defaultEmail(send);
  const html = render('body', auth0s.body);
  return {
    from: render('from', '') || null,
    subject: render('subject', auth0s.subject),
    html,
    text: emailText(html),
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/**
 * The link of an email, as Auth0 makes it: the address that a login page goes to with a code, with the
 * parameters of the login transaction.
 */
export function magicLink(
  origin: string,
  { clientId, connection, identifier, authParams }: StartRequest,
  code: string,
): string {
  const query = new URLSearchParams({
    ...authParams,
    verification_code: code,
    connection: connection.name,
    client_id: clientId,
    email: identifier,
  });
  return `${origin}/passwordless/verify_redirect?${query}`;
}
