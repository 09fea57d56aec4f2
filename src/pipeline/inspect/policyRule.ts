import { sourceHash } from '../policy/sourceHash.ts';
import { elementsOf } from './elementsOf.ts';
import type { Finding } from './Finding.ts';
import type { InspectedPage } from './InspectedPage.ts';
import { isDataBlock } from './isDataBlock.ts';
import { elementFirst } from './placeOf.ts';
import type { Rule } from './Rule.ts';
import { stoppedResources } from './stoppedResources.ts';

type Problem = Omit<Finding, 'rule'>;

/** The page's Content Security Policy holds from its first script on, and lets every script of the page run. */
export const policyRule: Rule = {
  code: 'content-security-policy',
  check(page) {
    if (page.expected === undefined) return stoppedScripts(page);
    const { policy } = page.expected;
    return policy === null
      ? []
      : [...misplaced(page, policy), ...handlers(page), ...stoppedResources(page, policy)];
  },
};

/** Of a page that was not built here, or was changed by hand. */
function stoppedScripts({ document, scripts }: InspectedPage): Problem[] {
  const policies = elementsOf(document).flatMap((element) => policyOf(element) ?? []);
  const inline = scripts.filter((script) => script.src === undefined && !isDataBlock(script));
  return policies.flatMap((policy) =>
    inline
      .filter(({ text }) => stops(policy, text))
      .map(({ text }) => ({
        severity: 'error',
        what: `The page's Content Security Policy stops an inline script (${JSON.stringify(text.trim().slice(0, 40))}): its hash, '${sourceHash(text)}', is not in it.`,
        fix: 'Build the page again: a script that was changed by hand has another hash.',
      })),
  );
}

function stops(policy: string, script: string): boolean {
  const directives = policy.split(';').map((it) => it.trim().split(/\s+/));
  const sources =
    directives.find(([name]) => name === 'script-src') ?? directives.find(([name]) => name === 'default-src');
  if (sources === undefined) return false;
  const hashes = sources.some((source) => source.startsWith("'sha"));
  if (!hashes && sources.includes("'unsafe-inline'")) return false;
  return !sources.includes(`'${sourceHash(script)}'`);
}

function misplaced(page: InspectedPage, policy: string): Problem[] {
  const elements = elementsOf(page.document);
  const at = elements.findIndex((element) => policyOf(element) === policy);
  const body = elements.findIndex(({ tagName }) => tagName === 'body');
  if (at === -1 || at > body) {
    return [
      {
        severity: 'error',
        what: `The page's Content Security Policy is ${at === -1 ? 'not in it' : 'in its body, where a browser passes over it'}.`,
        fix: 'Put {{> policy}} right after <meta charset> in templates/login.hbs, or contentSecurityPolicy: false into the settings.',
      },
    ];
  }
  const before = elements.slice(0, at).find(({ tagName }) => /^(?:script|style|link|base)$/.test(tagName));
  if (before === undefined) return [];
  return [
    {
      severity: 'error',
      what: `${elementFirst(page, before)}A <${before.tagName}> stands before the page's Content Security Policy, which does not hold for it.`,
      fix: 'Move {{> policy}} in templates/login.hbs up, right after <meta charset>.',
    },
  ];
}

/** `onclick` and its like never run under a policy that names scripts by their hashes. */
function handlers(page: InspectedPage): Problem[] {
  return elementsOf(page.document).flatMap((element) =>
    element.attrs
      .filter(({ name }) => /^on[a-z]/.test(name))
      .map(({ name }) => ({
        severity: 'error',
        what: `${elementFirst(page, element)}<${element.tagName} ${name}="…"> is never run: the page's Content Security Policy stops it.`,
        fix: 'Use addEventListener in a script of the template; its hash gets into the policy by itself.',
      })),
  );
}

function policyOf({ tagName, attrs }: { tagName: string; attrs: { name: string; value: string }[] }) {
  const attribute = (name: string) => attrs.find((it) => it.name === name)?.value;
  const isPolicy =
    tagName === 'meta' && /^content-security-policy$/i.test(attribute('http-equiv')?.trim() ?? '');
  return isPolicy ? attribute('content') : undefined;
}
