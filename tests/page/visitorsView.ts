import type { Page } from 'playwright-core';
import { type PolicyKey, policyKeys } from '../../src/settings/contentSecurityPolicy.ts';
import { type AxeResult, runAxe } from '../support/axe.ts';
import { PageProblem } from './PageProblem.ts';

// What may be wrong with a page as it is in front of a visitor; each returns a sentence for the author, or `null`.

const IN_LOCK = "It is a part of Lock's form: see brand.primaryColor, texts, and templates/lock.css.";
const IN_TEMPLATE = 'It is in your templates: see templates/, or brand and texts in login.config.ts.';

/** Whether the page, or a text on it, is wider than the screen. */
export async function sideways(page: Page): Promise<string | null> {
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const hasText = (it: Element) =>
      [...it.childNodes].some((one) => one.nodeType === 3 && one.nodeValue?.trim());
    const isOff = (it: Element) => {
      // A text sticks out of its element's box.
      const range = document.createRange();
      range.selectNodeContents(it);
      const { left, right, width } = (hasText(it) ? range : it).getBoundingClientRect();
      return width > 0 && (right > clientWidth + 0.5 || left < -0.5);
    };
    const isSeen = (it: Element) =>
      it.checkVisibility({ visibilityProperty: true }) && it.closest('.visually-hidden, #lock') === null;
    const off = [...document.querySelectorAll('body *')].filter((it) => isOff(it) && isSeen(it));
    if (scrollWidth <= clientWidth && !off.some(hasText)) return null;
    // The innermost that stick out: their parents only do because of them.
    const culprits = off.filter((it) => !off.some((other) => other !== it && it.contains(other)));
    const html = culprits.map((it) => it.outerHTML.replace(/\s+/g, ' ').slice(0, 120));
    return { clientWidth, scrollWidth, html };
  });
  if (wide === null) return null;
  const { clientWidth, scrollWidth, html } = wide;
  const what =
    scrollWidth > clientWidth
      ? `On a screen ${clientWidth} px wide the page is ${scrollWidth} px wide, and a visitor has to scroll sideways.`
      : `On a screen ${clientWidth} px wide a text is cut off.`;
  const who = html.length === 0 ? '' : `\nToo wide: ${html.join('\n          ')}`;
  return `${what}${who}\nSee templates/login.css and templates/: "max-width: 100%" for pictures, "overflow-wrap: anywhere" for long words.`;
}

/** What axe finds: what keeps people from reading or using the page. */
export async function barriers(page: Page): Promise<string | null> {
  const { violations } = await runAxe(page);
  return violations.length === 0 ? null : violations.flatMap(barrier).join(PageProblem.BETWEEN);
}

function barrier({ id, help, nodes }: AxeResult): string[] {
  return nodes.map(({ target, html, failureSummary = '' }) => {
    const why = failureSummary
      .split('\n')
      .slice(1)
      .map((it) => it.trim())
      .join('; ');
    const isLocks = target.some((it) => /auth0-lock|#lock\b/.test(it)) || html.includes('auth0-lock');
    return `Some visitors can't read or use this (axe: ${id}): ${help}.\n  ${html.replace(/\s+/g, ' ').slice(0, 200)}\n  ${why}\n  ${isLocks ? IN_LOCK : IN_TEMPLATE}`;
  });
}

/** What the page's Content Security Policy has stopped, by the browser's messages. */
export function stopped(messages: readonly string[]): string | null {
  if (messages.length === 0) return null;
  return [...new Set(messages)].map(violation).join(PageProblem.BETWEEN);
}

function violation(message: string): string {
  const [said = message, named = ''] = /^.*?directive:? ["']([\w-]+)/s.exec(message) ?? [];
  // Where the policy has no directive for it, its default is what stops it.
  const directive = /'([\w-]+-src)(?:-\w+)?' was not explicitly set/.exec(message)?.[1] ?? named;
  const [, address] = /'((?:https?|wss|data|blob):[^']*)'/.exec(said) ?? [];
  const key = Object.entries(policyKeys).find(([, it]) => directive.startsWith(it))?.[0] as
    | PolicyKey
    | undefined;
  const what = said.replace(/ violates the following .*/s, '').slice(0, 200);
  return `The page's Content Security Policy stops a part of the page: a visitor's browser does not load or run it.\n  The browser says: ${what} violates ${directive}.\n  ${remedy(key, address)}`;
}

function remedy(key: PolicyKey | undefined, address: string | undefined): string {
  if (address !== undefined && key !== undefined) {
    const source = /^(?:data|blob):/.exec(address)?.[0] ?? originOf(address);
    return `Put it into the page, or allow it: contentSecurityPolicy: { ${key}: ['${source}'] } in login.config.ts.`;
  }
  if (key === 'scriptSrc') {
    return 'Attributes such as onclick="…" never run here: take them out of templates/, and use addEventListener in a <script> there, whose hash the build puts into the policy.';
  }
  return 'See contentSecurityPolicy in login.config.ts, and docs/security.md.';
}

const originOf = (address: string): string => (URL.canParse(address) ? new URL(address).origin : address);
