import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** WCAG 2.2 AA with all before it, and what axe calls best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A rule that is broken, or may be, and where. */
export interface AxeResult {
  id: string;
  /** What the rule asks for. */
  help: string;
  nodes: { target: string[]; html: string; failureSummary?: string }[];
}

/** What a browser without scripts shows, for one with them: axe needs some. */
export async function withoutScripts(page: Page): Promise<void> {
  const html = await page.content();
  await page.goto('about:blank');
  await page.setContent(
    html.replace(/<script[\s\S]*?<\/script>|<meta[^>]*Content-Security[^>]*>|<\/?noscript>/g, ''),
  );
}

/**
 * What axe finds in a page as it is now, a line each: what breaks a rule, and what axe cannot tell by itself.
 * It comes in by the debugger, which no Content Security Policy stops.
 */
export async function axe(page: Page): Promise<string[]> {
  const { violations, incomplete } = await runAxe(page);
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, html, failureSummary = '' }) =>
        `${id}: ${target.join(' ')}: ${html.slice(0, 200)}: ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}

/** The same, as axe tells it: what breaks a rule, and what it cannot tell by itself. */
export async function runAxe(page: Page): Promise<{ violations: AxeResult[]; incomplete: AxeResult[] }> {
  await page.evaluate(source);
  return page.evaluate(async (values) => {
    const { axe: it } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: AxeResult[]; incomplete: AxeResult[] }> };
    };
    const { violations, incomplete } = await it.run({ runOnly: values });
    return { violations, incomplete };
  }, TAGS);
}
