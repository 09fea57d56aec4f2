import * as v from 'valibot';
import { isPageName } from '../../settings/formats.ts';
import { UserError } from '../../settings/UserError.ts';
import { readDomain } from '../api/readDomain.ts';

/** One tenant of `deploy.json`. */
export interface TenantDeployments {
  /** Its name in the file, the end of its variables in the environment. */
  name: string;
  domain: string;
  /** The pages, and where they are to be live: `null` is the tenant's page, else an application's name or id. */
  pages: readonly { page: string; application: string | null }[];
}

const TENANT_NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;

const pageName = v.pipe(v.string('the name of a page'), v.check(isPageName, 'the name of a page'));

const fileSchema = v.strictObject({
  tenants: v.record(
    v.pipe(v.string(), v.regex(TENANT_NAME, 'a name of 1 to 40 lower-case letters, digits and hyphens')),
    v.strictObject({
      domain: v.string('a domain'),
      page: v.optional(pageName),
      applications: v.optional(v.record(v.pipe(v.string(), v.minLength(1)), pageName)),
    }),
  ),
});

/**
 * Reads `deploy.json`, which says which pages go where.
 *
 * @param text - of the file
 * @param file - how to name it in errors
 * @throws UserError with everything that is wrong with it
 */
export function parseDeployments(text: string, file: string): TenantDeployments[] {
  const parsed = v.safeParse(fileSchema, parse(text, file));
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => {
      const path = v.getDotPath(issue) ?? 'the file';
      if (issue.expected === 'never') return `${path}: unknown key`;
      if (issue.received === 'undefined') return `${path}: is missing`;
      const expected = issue.type === 'regex' || issue.type === 'check' ? issue.message : issue.expected;
      return `${path}: received ${issue.received}, expected ${expected ?? issue.message}`;
    });
    throw problemsOf(file, problems);
  }
  const tenants = Object.entries(parsed.output.tenants).map(([name, tenant]): TenantDeployments => {
    const { domain, page, applications = {} } = tenant;
    return {
      name,
      domain: readDomain(domain, `${file}: tenants.${name}.domain`),
      pages: [
        ...(page === undefined ? [] : [{ page, application: null }]),
        ...Object.entries(applications).map(([application, its]) => ({ page: its, application })),
      ],
    };
  });
  const domains = tenants.map(({ domain }) => domain);
  const problems = [
    ...(tenants.some(({ pages }) => pages.length > 0) ? [] : ['it names no page']),
    ...tenants
      .filter(({ domain }, index) => domains.indexOf(domain) !== index)
      .map(({ name, domain }) => `tenants.${name}: ${domain} is another tenant's domain already`),
  ];
  if (problems.length > 0) throw problemsOf(file, problems);
  return tenants;
}

function problemsOf(file: string, problems: readonly string[]): UserError {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return new UserError(
    `${file} has ${count}:\n${problems.map((it) => `  - ${it}`).join('\n')}\ndocs/shipping.md shows how it is written.`,
  );
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}
