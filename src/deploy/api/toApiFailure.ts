import { ManagementError, ManagementTimeoutError } from 'auth0';
import { oneLine } from '../../settings/oneLine.ts';
import { ProxyFailure } from '../network/ProxyFailure.ts';
import { ApiFailure } from './ApiFailure.ts';
import { type Credentials, secretsOf } from './Credentials.ts';
import { MalformedAnswer } from './MalformedAnswer.ts';

/** What was tried, to be told with its failure. */
export interface Attempt {
  credentials: Credentials;
  /** As in "could not …": `read the application "Shop"`. */
  doing: string;
  /** What was sent and no one may read, besides the credentials. */
  secrets?: readonly string[];
}

/**
 * Any failure of the `auth0` SDK, as the person who runs the command needs it: what was tried, what came
 * back, what to do. No secret is in it, even where the tenant repeats one.
 *
 * @returns `null` for an error that is not the API's: a mistake of ours
 */
export function toApiFailure(error: unknown, attempt: Attempt): ApiFailure | null {
  if (error instanceof ApiFailure) return error;
  const { domain, names } = attempt.credentials;
  const start = `${domain}: could not ${attempt.doing}`;
  const fail = (
    kind: ApiFailure['kind'],
    what: string,
    fix: string,
    more: ConstructorParameters<typeof ApiFailure>[2] = {},
  ) => new ApiFailure(kind, `${start}: ${what}.\n${fix}`, more);

  const chain = causes(error);
  const malformed = chain.find((it) => it instanceof MalformedAnswer);
  if (malformed !== undefined) {
    return fail(
      'malformed',
      `the answer is ${malformed.message}, not what the Management API sends`,
      `Check that ${names.domain} is a tenant's domain, and that no proxy answers in its place.`,
    );
  }
  const proxied = chain.find((it) => it instanceof ProxyFailure);
  if (proxied?.problem) return fail('unreachable', proxied.problem, proxied.fix);
  const through = proxied === undefined ? '' : `, through ${proxied.proxy}`;
  const isSlow = chain.some((it) => it instanceof ManagementTimeoutError || it.name === 'TimeoutError');
  const status = error instanceof ManagementError ? error.statusCode : undefined;
  if (isSlow || status === 408) {
    return fail(
      'slow',
      `it did not answer in time${through}`,
      'Try again; see status.auth0.com if it goes on.',
      {
        status,
      },
    );
  }
  if (error instanceof ManagementError && status !== undefined) {
    return answered(error, status, attempt, fail);
  }
  const code = chain.map((it) => (it as NodeJS.ErrnoException).code).find((it) => typeof it === 'string');
  if (code === undefined && !chain.some((it) => it.message === 'fetch failed')) {
    // The SDK parses the answer to its own request for a token as it comes, and misses the token only afterwards.
    const isOfSdk = error instanceof ManagementError;
    if (!isOfSdk && !(error instanceof SyntaxError)) return null;
    const isWithoutToken = isOfSdk && error.message.includes("'token'");
    return fail(
      'malformed',
      `${isWithoutToken ? 'the tenant gave no token: ' : ''}the answer is not what the Management API sends`,
      `Check that ${names.domain} is a tenant's domain, and that no proxy answers in its place.`,
    );
  }
  if (code !== undefined && isOfCertificate(code)) {
    return fail(
      'untrusted',
      `its certificate is not trusted (${code})${through}`,
      'Where a proxy, or a local tenant, has a certificate of its own, set NODE_EXTRA_CA_CERTS to its PEM file.',
    );
  }
  return fail(
    'unreachable',
    `${UNREACHABLE[code ?? ''] ?? `the connection failed (${code ?? 'no reason given'})`}${through}`,
    `Check ${names.domain} and the network, and try again.${proxied === undefined ? '' : ` ${proxied.fix}`}`,
  );
}

type Fail = (
  kind: ApiFailure['kind'],
  what: string,
  fix: string,
  more?: ConstructorParameters<typeof ApiFailure>[2],
) => ApiFailure;

/** A refusal that came as an answer. */
function answered(error: ManagementError, status: number, attempt: Attempt, fail: Fail): ApiFailure {
  const { credentials, secrets = [] } = attempt;
  const { names } = credentials;
  const hidden = [...secretsOf(credentials), ...secrets];
  // Before it is cut, which could leave half of one.
  const said = oneLine(hidden.reduce((rest, it) => rest.replaceAll(it, '(secret)'), saying(error.body)));
  const told = said === '' ? '' : ` ("${said}")`;
  const at = { status };
  // Auth0's edge sends HTML, too, for what is too large or too often.
  const isOfEdge = status >= 500 || status === 413 || status === 429;
  if (!isOfEdge && typeof error.body === 'string' && /^\s*</.test(error.body)) {
    return fail(
      'malformed',
      `the answer is HTTP ${status} with HTML, not what the Management API sends`,
      `Check that ${names.domain} is a tenant's domain, and that no proxy or firewall answers in its place.`,
      at,
    );
  }
  const isOfToken = error.message.includes('token request');
  if (isOfToken && status < 500 && status !== 429) {
    return /not authorized to access|client-grant/i.test(said)
      ? fail(
          'forbidden',
          `the application of ${names.clientId} may not use the Management API${told}`,
          'Authorize it: Applications > APIs > Auth0 Management API > Machine to Machine Applications.',
          at,
        )
      : fail(
          'unauthorized',
          `the tenant gave no token, HTTP ${status}${told}`,
          `Check ${names.clientId} and ${names.clientSecret}: both must be of one application of this tenant.`,
          at,
        );
  }
  switch (status) {
    case 401:
      return fail(
        'unauthorized',
        `the token is not accepted${told}`,
        'token' in credentials.login
          ? `${names.token} has expired, or is another tenant's: get a new one.`
          : `The tenant does not take its own token back: check that ${names.domain} and ${names.audience} are of one tenant.`,
        at,
      );
    case 403: {
      if (codeOf(error.body) === 'insufficient_entitlement') {
        return fail(
          'plan',
          `the tenant's plan does not include it${told}`,
          'Take it out of login.config.ts, or ask Auth0 for a plan that includes it.',
          at,
        );
      }
      const scopes = said.match(/\b[a-z]+:[a-z_]+\b/g) ?? [];
      return fail(
        'forbidden',
        scopes.length === 0
          ? `the credentials do not allow it${told}`
          : `the credentials lack the scope ${scopes.join(' or ')}`,
        'Grant it under Applications > APIs > Auth0 Management API > Machine to Machine Applications.',
        { status, scopes },
      );
    }
    case 404:
      return fail('missing', `there is no such thing${told}`, 'Look it up in the dashboard.', at);
    case 413:
      return fail(
        'large',
        `it is larger than the API takes${told}`,
        'The limit is 1,048,576 bytes of JSON: make the page smaller; node build.mjs --explain shows what takes the bytes.',
        at,
      );
    case 429:
      return fail(
        'limited',
        `the rate limit was met again and again${told}`,
        'Something else uses the API of this tenant, too: try again later.',
        at,
      );
    default:
      return status >= 500
        ? fail(
            'server',
            `the tenant failed, HTTP ${status}${told}`,
            'Try again; see status.auth0.com if it goes on.',
            at,
          )
        : fail(
            'refused',
            `the tenant refused it, HTTP ${status}${told}`,
            'Mend what it says, and try again.',
            at,
          );
  }
}

/** An error's own words: Auth0's APIs put them into one of several fields. */
function saying(body: unknown): string {
  if (typeof body === 'string') return /^\s*</.test(body) ? '' : body;
  if (typeof body !== 'object' || body === null) return '';
  const { message, error_description, error } = body as Readonly<Record<string, unknown>>;
  const words = [message, error_description, error].find((it) => typeof it === 'string');
  return typeof words === 'string' ? words : '';
}

const codeOf = (body: unknown): unknown => (body as { errorCode?: unknown } | null | undefined)?.errorCode;

/** An error, what caused it, what caused that. */
function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let at = error; at instanceof Error && chain.length < 5; at = at.cause) chain.push(at);
  return chain;
}

/** OpenSSL's names, as Node gives them. */
const isOfCertificate = (code: string): boolean =>
  /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO/.test(code);

const UNREACHABLE: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host (ENOTFOUND)',
  EAI_AGAIN: 'its name could not be looked up (EAI_AGAIN)',
  ECONNREFUSED: 'nothing listens there (ECONNREFUSED)',
  ECONNRESET: 'the connection broke off (ECONNRESET)',
  UND_ERR_SOCKET: 'the connection broke off',
  UND_ERR_CONNECT_TIMEOUT: 'the connection took too long',
};
