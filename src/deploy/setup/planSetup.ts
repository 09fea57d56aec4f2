import { count } from '../../settings/count.ts';
import { describe } from '../../settings/describe.ts';
import { oneLine } from '../../settings/oneLine.ts';
import { UserError } from '../../settings/UserError.ts';
import { type Difference, differences } from './differences.ts';
import { isSecretOption } from './isSecretOption.ts';
import type { LiveApplication, LiveTenant } from './LiveTenant.ts';
import { mergeOptions } from './mergeOptions.ts';
import type { SetupPlan, SetupStep } from './SetupPlan.ts';
import type { BuiltConnection, TenantArtifact } from './TenantArtifact.ts';

/**
 * Decides what a setup changes, and in which order: protection before what it protects, the connections before
 * who may use them, and the page last, when all that it offers is there.
 *
 * @param artifact - what the build wrote
 * @param live - the tenant as it is
 * @param secrets - values of the placeholders, for comparison alone
 * @throws UserError where a connection of that name is something else, or no one would send its messages
 */
export function planSetup(
  artifact: TenantArtifact,
  live: LiveTenant,
  secrets: Readonly<Record<string, string>>,
): SetupPlan {
  const steps = [
    ...planProtection(artifact, live),
    ...planFactors(artifact, live),
    ...artifact.connections.flatMap((built) => planConnection(built, live, secrets)),
    planPage(artifact, live),
  ];
  return steps.filter((step) => step.differences.length > 0);
}

function planProtection({ attackProtection }: TenantArtifact, live: LiveTenant): SetupStep[] {
  return Object.entries(attackProtection).map(([name, fields]) => ({
    of: name.replaceAll('-', ' '),
    change: { kind: 'protection', name, fields },
    differences: differences(live.attackProtection[name] ?? {}, fields),
  }));
}

function planFactors({ factors }: TenantArtifact, live: LiveTenant): SetupStep[] {
  const onOff = (on: boolean) => (on ? 'on' : 'off');
  return factors.map(({ name, enabled }) => {
    const was = live.factors[name] ?? false;
    const found = was === enabled ? [] : [{ path: name, before: onOff(was), after: onOff(enabled) }];
    return { of: 'factor', change: { kind: 'factor', name, enabled }, differences: found };
  });
}

function planConnection(
  built: BuiltConnection,
  live: LiveTenant,
  secrets: Readonly<Record<string, string>>,
): SetupStep[] {
  const { name } = built;
  const of = `connection ${name}`;
  const there = live.connections.find((connection) => connection.name === name) ?? null;
  if (there !== null && there.strategy !== name) {
    throw new UserError(
      `The tenant has a connection "${name}" of the strategy "${oneLine(there.strategy)}", where passwordless login needs one of "${name}".\nRename or delete that one in the dashboard, and run this again.`,
    );
  }
  const options = mergeOptions(built, there?.options ?? null);
  if (options['use_phone_provider'] === true && live.sendsTexts === false) {
    throw new UserError(
      'tenant.sms.provider is "tenant", but the tenant has no phone provider that is on and sends text messages, so no code would arrive. Nothing has been changed.\nSet one up under Branding > Phone Provider, with the delivery method Text, and run this again.',
    );
  }
  const changed = [
    ...(there === null ? [{ path: '', before: null, after: 'new' }] : []),
    ...differences(there?.options ?? {}, options, secrets),
    ...gone(there?.options ?? {}, options),
  ];
  const wanted = (built.applications ?? []).map((it) => applicationOf(it, live.applications));
  const more = wanted.filter(({ client_id }) => there?.enabled.includes(client_id) !== true);
  return [
    {
      of,
      change:
        there === null
          ? { kind: 'new connection', name, options }
          : {
              kind: 'connection',
              id: there.id,
              // Left out, Auth0 puts the connection's name in its place.
              fields: { ...(there.displayName !== null && { display_name: there.displayName }), options },
            },
      differences: changed,
    },
    {
      of,
      change: {
        kind: 'applications',
        id: there?.id ?? null,
        connection: name,
        clientIds: more.map(({ client_id }) => client_id),
      },
      differences: more.map((it) => ({
        path: 'enabled for',
        before: null,
        after: `${describe(oneLine(it.name))} (${oneLine(it.client_id)})`,
      })),
    },
  ];
}

/** What gives way to another sender. */
function gone(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Difference[] {
  const keys = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return keys.map((path) => ({
    path,
    before: isSecretOption(path) ? '(not shown)' : oneLine(describe(before[path])),
    after: 'taken away',
  }));
}

function applicationOf(nameOrId: string, all: readonly LiveApplication[]): LiveApplication {
  const found = all.find((it) => it.client_id === nameOrId) ?? all.find((it) => it.name === nameOrId);
  // `readLiveTenant` has looked it up.
  if (found === undefined) throw new Error(`The application ${nameOrId} has not been looked up.`);
  return found;
}

function planPage({ html }: TenantArtifact, { page }: LiveTenant): SetupStep {
  const bytes = (text: string) => `${count(Buffer.byteLength(text))} bytes`;
  const before = page.html === '' ? null : `${bytes(page.html)}, ${page.isOn ? 'on' : 'off'}`;
  const after = `${bytes(html)}, on${page.html === html ? '; the same page' : ''}`;
  const isLive = page.html === html && page.isOn;
  return {
    of: 'login page',
    change: { kind: 'page', html },
    differences: isLive ? [] : [{ path: '', before, after }],
  };
}
