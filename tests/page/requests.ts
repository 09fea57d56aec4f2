import { chooseConnections } from '../../src/page/chooseConnections.ts';
import { offeredMethods, type Panel } from '../../src/page/offeredMethods.ts';
import type { Method } from '../../src/page/PageData.ts';
import { socialStrategies } from '../../src/page/socialStrategies.ts';
import type { PageSettings } from '../../src/settings/PageSettings.ts';

/** A connection that an application has enabled. */
export interface Enabled {
  name: string;
  strategy: string;
  kind: Method | 'social';
}

/** How an application asks for the page. */
export interface PageRequest {
  /** In words: `asks for connection "sms"`. */
  what: string;
  hosted: { connection?: string; internalOptions?: { allowedConnections: string } };
  enabled: readonly Enabled[];
}

/** What a visitor has in front of them. */
export interface Shown {
  /** `null` where there is neither a phone nor an email field. */
  method: Method | null;
  /** The method that the button below the form leads to. */
  other: Method | null;
  /** Connections with a button of their own. */
  social: readonly string[];
  /** The connection that `/passwordless/start` receives. */
  starts: string | null;
  /** No form, but what went wrong. */
  isFailure: boolean;
}

/** So many of the settings' connections are tried one by one. */
const MOST = 8;

/** The connections that the settings name, with SMS and email, as an application would have them. */
export function connectionsOf({ connections: { allow = [] } }: Pick<PageSettings, 'connections'>): Enabled[] {
  return [...new Set([...allow.slice(0, MOST), 'email', 'sms'])].map(toEnabled);
}

/** A name says nothing of a custom connection's strategy: the local tenant has it as the name suggests. */
function toEnabled(name: string): Enabled {
  if (socialStrategies.includes(name)) return { name, strategy: name, kind: 'social' };
  const kind = /mail/i.test(name) ? 'email' : 'sms';
  return { name, strategy: kind, kind };
}

/** The requests that a page is tested with: each connection alone, in both orders, unknown, not enabled. */
export function requestsFor(settings: Pick<PageSettings, 'connections'>): PageRequest[] {
  const all = connectionsOf(settings);
  const names = all.map(({ name }) => name);
  const list = (order: readonly string[]): PageRequest => ({
    what: `asks for allowedConnections "${order.join(',')}"`,
    hosted: { internalOptions: { allowedConnections: order.join(',') } },
    enabled: all,
  });
  return [
    { what: 'asks for nothing', hosted: {}, enabled: all },
    ...names.map((name) => ({
      what: `asks for connection "${name}"`,
      hosted: { connection: name },
      enabled: all,
    })),
    ...new Map(
      [['sms', 'email'], ['email', 'sms'], [...names].reverse()].map((order) => [order.join(), list(order)]),
    ).values(),
    {
      what: 'asks for connection "telepathy", which does not exist',
      hosted: { connection: 'telepathy' },
      enabled: all,
    },
    ...all.map((one) => ({
      what: `asks for nothing and has only "${one.name}" enabled`,
      hosted: {},
      enabled: [one],
    })),
    ...all
      .filter(({ kind }) => kind !== 'social')
      .map(({ name }) => ({
        what: `asks for connection "${name}", which it has not enabled`,
        hosted: { connection: name },
        enabled: all.filter((it) => it.name !== name),
      })),
    { what: 'has no connection enabled', hosted: {}, enabled: [] },
  ];
}

/** What the page must show, by the rules of selection (README.md, "Which connections the page offers"). */
export function expected({ connections }: Pick<PageSettings, 'connections'>, request: PageRequest): Shown {
  const { allow, choose } = connections;
  const names = request.enabled.map(({ name }) => name);
  const hosted = { internalOptions: {}, ...request.hosted };
  const offered =
    chooseConnections({ choose, ...(allow !== undefined && { allow }) }, hosted, names) ?? names;
  const [first, second] = offeredMethods(offered, request.enabled);
  const kindOf = (name: string) => request.enabled.find((it) => it.name === name)?.kind;
  const social = (it: Panel | undefined) => it?.connections.filter((name) => kindOf(name) === 'social') ?? [];
  return {
    method: first?.method ?? null,
    other: second?.method ?? null,
    social: social(first),
    starts: first?.connections.find((name) => kindOf(name) !== 'social') ?? null,
    isFailure: first === undefined,
  };
}

/**
 * What holds whatever the rules compute, a sentence for each that does not: the expectation above is made by the
 * page's own function, which could be wrong in both places.
 */
export function brokenPromises(
  { connections: { allow, choose } }: Pick<PageSettings, 'connections'>,
  { hosted, enabled }: PageRequest,
  shown: Shown,
): string[] {
  const names = enabled.map(({ name }) => name);
  const asked = choose === 'fixed' ? undefined : hosted.connection;
  const isFree = (name: string) => names.includes(name) && (allow ?? [name]).includes(name);
  const usable = names.filter((name) => isFree(name));
  const used = [shown.starts, ...shown.social].filter((name) => name !== null);
  const strange = used.filter((name) => !names.includes(name));
  const forbidden = usable.length > 0 ? used.filter((name) => !isFree(name)) : [];
  return [
    ...(shown.isFailure && names.length > 0 ? ['Something is enabled, and there is no way to log in.'] : []),
    ...(!shown.isFailure && names.length === 0 ? ['Nothing is enabled, and there is a form.'] : []),
    ...strange.map((name) => `The page offers "${name}", which the application has not enabled.`),
    ...forbidden.map((name) => `The page offers "${name}", which connections.allow does not name.`),
    ...(asked !== undefined && isFree(asked) && !used.includes(asked)
      ? [`The application may have "${asked}", and does not get it.`]
      : []),
  ];
}

const FIELDS = { sms: 'the phone field', email: 'the email field' } as const;
const BUTTONS = { sms: 'a button for the phone number', email: 'a button for the email address' } as const;

/** As a visitor would say it. */
export function inWords({ method, other, social, starts, isFailure }: Shown): string {
  if (isFailure) return 'a failure, with no way to log in';
  const parts = [
    method === null ? 'no field' : FIELDS[method],
    ...(other === null ? [] : [BUTTONS[other]]),
    ...social.map((name) => `a button for ${name}`),
  ];
  return parts.join(', ') + (starts === null ? '' : `, and a code or link is sent by "${starts}"`);
}
