import { connectionTexts, json } from '../../pipeline/tenant-folder/tenantFiles.ts';
import { count } from '../../settings/count.ts';
import { describe } from '../../settings/describe.ts';
import { oneLine } from '../../settings/oneLine.ts';
import { UserError } from '../../settings/UserError.ts';
import type { Difference } from './Difference.ts';
import { differences } from './differences.ts';
import type { LiveApplication, LiveTenant } from './LiveTenant.ts';
import { mergeOptions } from './mergeOptions.ts';
import type { SetupPlan } from './SetupPlan.ts';
import type { BuiltConnection, TenantArtifact } from './TenantArtifact.ts';

/** A part of a plan: what it changes, and the files that do so. */
type Part = readonly [differences: readonly Difference[], files: readonly [path: string, text: string][]];

/**
 * Decides what a setup changes, and writes what auth0-deploy-cli needs for it: what is as it should be is left
 * out, and what the settings are silent about is sent as it is live where it must be sent.
 *
 * @param artifact - what the build wrote
 * @param live - the tenant as it is
 * @param secrets - values of the placeholders, for comparison alone
 * @throws UserError where a connection of that name is something else
 */
export function planSetup(
  artifact: TenantArtifact,
  live: LiveTenant,
  secrets: Readonly<Record<string, string>>,
): SetupPlan {
  const page = planPage(artifact, live);
  const connections = artifact.connections.map((built) => ({
    name: built.name,
    part: planConnection(built, live, secrets),
  }));
  const protection = planProtection(artifact, live);
  const factors = planFactors(artifact, live);
  const parts = [page, ...connections.map(({ part }) => part), protection, factors];
  const isChanged = ([found]: Part) => found.length > 0;
  const changed = parts.filter(isChanged);
  const names = connections.filter(({ part }) => isChanged(part)).map(({ name }) => name);
  return {
    differences: changed.flatMap(([found]) => found),
    files: new Map(changed.flatMap(([, files]) => files)),
    types: [
      ...(isChanged(page) ? ['pages'] : []),
      ...(names.length > 0 ? ['connections'] : []),
      ...(isChanged(protection) ? ['attackProtection'] : []),
      ...(isChanged(factors) ? ['guardianFactors'] : []),
    ],
    connections: names,
  };
}

function planPage({ html }: TenantArtifact, { page }: LiveTenant): Part {
  if (page.html === html && page.isOn) return [[], []];
  const bytes = (text: string) => `${count(Buffer.byteLength(text))} bytes`;
  const before = page.html === '' ? null : `${bytes(page.html)}, ${page.isOn ? 'on' : 'off'}`;
  const after = `${bytes(html)}, on${page.html === html ? '; the same page' : ''}`;
  const files: [string, string][] = [
    ['pages/login.html', html],
    ['pages/login.json', json({ name: 'login', enabled: true })],
  ];
  return [[{ of: 'login page', path: '', before, after }], files];
}

function planConnection(
  built: BuiltConnection,
  live: LiveTenant,
  secrets: Readonly<Record<string, string>>,
): Part {
  const { name, applications } = built;
  const of = `connection ${name}`;
  const there = live.connections.find((connection) => connection.name === name) ?? null;
  if (there !== null && there.strategy !== name) {
    throw new UserError(
      `The tenant has a connection "${name}" of the strategy "${there.strategy}", where passwordless login needs one of "${name}".\nRename or delete that one in the dashboard, and run this again.`,
    );
  }
  const options = mergeOptions(built, there?.options ?? null);
  const enabled = there?.enabled ?? [];
  const wanted = (applications ?? []).map((nameOrId) => applicationOf(nameOrId, live.applications));
  const more = wanted.filter(({ client_id }) => !enabled.includes(client_id));
  const found: Difference[] = [
    ...(there === null ? [{ of, path: '', before: null, after: 'new' }] : []),
    ...differences(of, there?.options ?? {}, options, secrets),
    ...gone(of, there?.options ?? {}, options),
    ...more.map((it) => ({
      of,
      path: 'enabled for',
      before: null,
      after: `${describe(oneLine(it.name))} (${oneLine(it.client_id)})`,
    })),
  ];
  const enabled_clients = [...enabled, ...more.map(({ client_id }) => client_id)];
  return [
    found,
    connectionTexts({
      name,
      strategy: name,
      ...(enabled_clients.length > 0 && { enabled_clients }),
      options,
    }),
  ];
}

/** The sender that gives way to the other one. */
function gone(
  of: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Difference[] {
  const keys = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return keys.map((path) => ({ of, path, before: describe(before[path]), after: 'taken away' }));
}

function applicationOf(nameOrId: string, all: readonly LiveApplication[]): LiveApplication {
  const found = all.find((it) => it.client_id === nameOrId) ?? all.find((it) => it.name === nameOrId);
  // Looked up by whoever read the tenant.
  if (found === undefined) throw new Error(`The application ${nameOrId} has not been looked up.`);
  return found;
}

function planProtection({ attackProtection }: TenantArtifact, live: LiveTenant): Part {
  const of = (name: string) => name.replaceAll('-', ' ');
  const entries = Object.entries(attackProtection);
  const current = (name: string) => live.attackProtection[name] ?? {};
  const found = entries.flatMap(([name, wanted]) => differences(of(name), current(name), wanted));
  const files = entries.map(([name, wanted]): [string, string] => [
    `attack-protection/${name}.json`,
    // auth0-deploy-cli sends every file that it finds, and demands three: a change of nothing is one of what is.
    json(Object.keys(wanted).length > 0 ? wanted : { enabled: current(name)['enabled'] ?? false }),
  ]);
  return [found, files];
}

function planFactors({ factors }: TenantArtifact, live: LiveTenant): Part {
  const changed = factors.filter(({ name, enabled }) => (live.factors[name] ?? false) !== enabled);
  const onOff = (on: boolean) => (on ? 'on' : 'off');
  return [
    changed.map(({ name, enabled }) => ({
      of: 'factor',
      path: name,
      before: onOff(live.factors[name] ?? false),
      after: onOff(enabled),
    })),
    changed.map((factor) => [`guardian/factors/${factor.name}.json`, json(factor)]),
  ];
}
