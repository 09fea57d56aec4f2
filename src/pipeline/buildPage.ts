import type { PageSettings } from '../settings/PageSettings.ts';
import { UserError } from '../settings/UserError.ts';
import type { Bundle } from './Bundle.ts';
import type { Finding } from './inspect/Finding.ts';
import type { Expectation } from './inspect/InspectedPage.ts';
import { rules } from './inspect/inspect.ts';
import { inspectPage } from './inspect/inspectPage.ts';
import type { Manifest } from './Manifest.ts';
import { withPolicy } from './policy/withPolicy.ts';
import { sealed, sealIn, UNSEALED } from './seal.ts';
import type { Templates } from './Templates.ts';
import { toManifest } from './toManifest.ts';
import { toTemplateData } from './toTemplateData.ts';
import { installedVersion } from './versions.ts';
import { missingTexts } from './words/missingTexts.ts';

/** A page that satisfies every rule. */
export interface BuiltPage {
  html: string;
  manifest: Manifest;
  /** For people: it depends on the zlib of this machine. */
  gzipBytes: number;
  warnings: readonly Finding[];
}

/**
 * Renders and inspects one page.
 *
 * @param settings - the page
 * @param ingredients - the bundle that it asks for, the templates, and the address of its logo
 * @throws UserError with every finding when a rule is broken
 */
export async function buildPage(
  settings: PageSettings,
  { bundle, templates, logo }: { bundle: Bundle; templates: Templates; logo: string | null },
): Promise<BuiltPage> {
  const lockVersion = installedVersion('auth0-lock');
  const { script, firstScript } = bundle;
  const data = toTemplateData(settings, { script, firstScript, style: templates.style, logo, lockVersion });
  const rendered = templates.render(data);
  const inlineScripts = (pageSettings: string) => [
    { text: data.marker, runs: false },
    { text: firstScript, runs: true },
    { text: pageSettings, runs: false },
    { text: script, runs: true },
  ];
  const { html: before, policy } = withPolicy(
    rendered,
    inlineScripts(data.pageSettings),
    settings.contentSecurityPolicy,
  );
  const html = sealed(before);
  // Made for the first finding with a place: most pages have none.
  let places: ReturnType<Templates['placesIn']> | null = null;
  const expected: Expectation = {
    inlineScripts: inlineScripts(data.pageSettings.replace(UNSEALED, sealIn(html) ?? UNSEALED)),
    policy: settings.contentSecurityPolicy.mode === 'enforce' ? policy : null,
    lockScript: data.lockScript?.src ?? null,
    primaryColor: settings.brand.primaryColor ?? null,
    budget: settings.budget,
    templatePlace(line, column) {
      places ??= templates.placesIn(data);
      return places(line, column);
    },
    contributors: [
      ...bundle.contributors,
      { name: 'page settings', bytes: Buffer.byteLength(data.pageSettings) },
      { name: 'logo', bytes: data.brand.logo?.length ?? 0 },
      { name: 'templates/*.css', bytes: Buffer.byteLength(data.style) },
    ].sort((a, b) => b.bytes - a.bytes),
  };
  const { sizes, findings } = await inspectPage(html, expected);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new UserError(brokenRules(settings.name, findings));
  const { renderer } = settings.lock;
  const versions = {
    lock: lockVersion,
    authJs: installedVersion('auth0-js'),
    renderer: `${renderer} ${installedVersion(renderer)}`,
  };
  const manifest = toManifest(
    settings,
    { html, policy, apiBodyBytes: sizes.apiBodyBytes },
    versions,
    rules.map(({ code }) => code),
  );
  return {
    html,
    manifest,
    gzipBytes: sizes.gzipBytes,
    warnings: [...findings, ...missingTexts(settings)],
  };
}

function brokenRules(name: string, findings: readonly Finding[]): string {
  const count = new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).size;
  return `The page "${name}" breaks ${count === 1 ? 'a rule' : `${count} rules`}, so nothing was written:\n${showFindings(findings)}`;
}

/** Findings as text, two lines each: what, and how to fix it. */
export function showFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ rule, severity, what, fix }) => `  ${severity} ${rule}: ${what}\n    ${fix}`)
    .join('\n');
}
