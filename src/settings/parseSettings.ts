import * as v from 'valibot';
import { type PolicyKey, type PolicySources, policyKeys } from './contentSecurityPolicy.ts';
import { ALWAYS_MADE, type CutName, cuts } from './cuts.ts';
import { isPageName } from './formats.ts';
import { isPlainObject } from './isPlainObject.ts';
import type { LoginPageSettings } from './LoginPageSettings.ts';
import type { Language } from './languages.ts';
import { API_BODY_LIMIT } from './limits.ts';
import { nearestName } from './nearestName.ts';
import type { PageSettings } from './PageSettings.ts';
import { pageSchema } from './pageSchema.ts';
import { settingsProblems } from './settingsProblems.ts';
import type { TenantSettings } from './tenant/TenantSettings.ts';
import { UserError } from './UserError.ts';

/**
 * Validates the default export of `login.config.ts` and completes it with defaults.
 *
 * @param exported - the default export, whatever it is
 * @param file - how to name the file in errors
 * @param further - what is wrong with one page's settings beyond their shape, a line each
 * @returns the pages in the order in which they are written, at least one
 * @throws UserError with every problem of every page at once
 */
export function parseSettings(
  exported: unknown,
  file = 'login.config.ts',
  further: (settings: unknown) => string[] = () => [],
): PageSettings[] {
  const pages = loginPages(exported);
  if (pages === null) {
    throw new UserError(
      `${file}: the default export is not a login page.\nWrite: export default defineLoginPage({ … });`,
    );
  }
  const entries = Object.entries(pages);
  if (entries.length === 0) {
    throw new UserError(
      `${file}: defineLoginPages was given no page.\nGive it at least one: { acme: { … } }.`,
    );
  }
  const several = entries.length > 1 || entries[0]?.[0] !== 'login';
  const problems = entries.flatMap(([name, settings]) => [
    ...(isPageName(name)
      ? []
      : [
          `"${name}": a page's name is a file's name: 1 to 63 lower-case letters, digits and hyphens, not starting with a hyphen.`,
        ]),
    ...[...settingsProblems(settings), ...further(settings)].map((problem) =>
      several ? `${name}: ${problem}` : problem,
    ),
  ]);
  const ofTenants = entries.filter(
    ([, settings]) => isPlainObject(settings) && settings['tenant'] !== undefined,
  );
  if (ofTenants.length > 1) problems.push(severalTenants(ofTenants.map(([name]) => name)));
  if (problems.length > 0) {
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
    throw new UserError(`${file} has ${count}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
  return entries.map(([name, settings]) => complete(name, settings));
}

/** The settings of the page called `name`; a clear error when there is none. */
export function pageNamed(pages: readonly PageSettings[], name: string): PageSettings {
  const page = pages.find((candidate) => candidate.name === name);
  if (page !== undefined) return page;
  const names = pages.map((candidate) => candidate.name);
  const nearest = nearestName(name, names);
  const meant = nearest === null ? '' : ` Did you mean "${nearest}"?`;
  throw new UserError(`There is no page called "${name}".${meant} The pages are: ${names.join(', ')}.`, 2);
}

const severalTenants = (names: readonly string[]): string =>
  `tenant: expected in one page at most, received in ${names.join(', ')}: dist/tenant/ is one tenant's, which has one login page. Keep it there; the others are pages of single applications (npm run deploy -- --client).`;

function loginPages(exported: unknown): Record<string, LoginPageSettings> | null {
  if (!isPlainObject(exported)) return null;
  const { loginPages: pages } = exported;
  // Their shape is checked page by page; only that there are some is taken for granted from here.
  return isPlainObject(pages) ? (pages as Record<string, LoginPageSettings>) : null;
}

/** Bytes, gzipped, that each language beyond the first may add to the page. */
const LANGUAGE_BUDGET = 4_000;

function complete(name: string, input: LoginPageSettings): PageSettings {
  const settings = v.parse(pageSchema, input);
  const { connections, brand, lock, budget } = settings;
  const renderer = lock?.renderer ?? 'preact';
  const diet = completeDiet(lock?.diet);
  const isLight = renderer === 'preact' && cuts.every((cut) => diet[cut]);
  const [first = 'en', ...others] = settings.languages ?? [];
  const languages: [Language, ...Language[]] = [first, ...others];
  return {
    name,
    connections: { allow: connections?.allow, choose: connections?.choose ?? 'request' },
    brand: {
      name: brand?.name,
      logo: brand?.logo,
      primaryColor: brand?.primaryColor,
      background: brand?.background,
      termsUrl: brand?.termsUrl,
      privacyUrl: brand?.privacyUrl,
      supportUrl: brand?.supportUrl,
    },
    languages,
    texts: settings.texts ?? {},
    countries: settings.countries,
    defaultCountry: settings.defaultCountry,
    emailMethod: settings.emailMethod ?? 'code',
    consent: settings.consent ?? 'stated',
    resendAfter: settings.resendAfter ?? 30,
    lock: {
      delivery: lock?.delivery ?? 'inline',
      renderer,
      diet,
      integrity: lock?.integrity,
      options: lock?.options ?? {},
    },
    contentSecurityPolicy: completePolicy(settings.contentSecurityPolicy),
    budget: {
      gzip: budget?.gzip ?? (isLight ? 180_000 : 320_000) + LANGUAGE_BUDGET * others.length,
      apiBody: budget?.apiBody ?? (isLight ? 700_000 : API_BODY_LIMIT),
    },
    // Valibot's optional keys may also be `undefined`, which is the same here.
    tenant: settings.tenant as TenantSettings | undefined,
  };
}

function completePolicy(
  policy: v.InferOutput<typeof pageSchema>['contentSecurityPolicy'] = true,
): PageSettings['contentSecurityPolicy'] {
  const written = typeof policy === 'object' ? policy : {};
  const additions = Object.keys(policyKeys).map((key) => [key, written[key as PolicyKey] ?? []]);
  return {
    mode: policy === false ? 'off' : written.reportOnly === true ? 'report' : 'enforce',
    additions: Object.fromEntries(additions) as PolicySources,
    trustedTypes: written.trustedTypes ?? false,
  };
}

function completeDiet(diet: boolean | Readonly<Record<string, boolean>> = true): Record<CutName, boolean> {
  const isMade = (cut: CutName): boolean =>
    typeof diet === 'boolean' ? diet || ALWAYS_MADE.includes(cut) : (diet[cut] ?? true);
  return Object.fromEntries(cuts.map((cut) => [cut, isMade(cut)])) as Record<CutName, boolean>;
}
