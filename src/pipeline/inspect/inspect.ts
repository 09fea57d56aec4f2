import { apiBodyRule } from './apiBodyRule.ts';
import { contrastRule } from './contrastRule.ts';
import { documentRule } from './documentRule.ts';
import { externalScriptsRule } from './externalScriptsRule.ts';
import type { Finding } from './Finding.ts';
import { firstPaintRule } from './firstPaintRule.ts';
import { gzipRule } from './gzipRule.ts';
import { htmlRule } from './htmlRule.ts';
import type { InspectedPage } from './InspectedPage.ts';
import { inlineRule } from './inlineRule.ts';
import { markerRule } from './markerRule.ts';
import { pageElementsRule } from './pageElementsRule.ts';
import { placeholdersRule } from './placeholdersRule.ts';
import { policyRule } from './policyRule.ts';
import type { Rule } from './Rule.ts';
import { templateSyntaxRule } from './templateSyntaxRule.ts';

/** Every rule, in the order in which findings are shown. */
export const rules: readonly Rule[] = [
  markerRule,
  inlineRule,
  placeholdersRule,
  externalScriptsRule,
  policyRule,
  apiBodyRule,
  gzipRule,
  firstPaintRule,
  htmlRule,
  documentRule,
  pageElementsRule,
  contrastRule,
  templateSyntaxRule,
];

/** Runs every rule over a finished page and returns all findings at once, but for those that mean nothing. */
export async function inspect(page: InspectedPage): Promise<Finding[]> {
  const found = await Promise.all(
    rules.map(async ({ code, check }) => (await check(page)).map((it) => ({ rule: code, ...it }))),
  );
  const all = found.flat();
  const causes = all.filter(({ hidesOthers }) => hidesOthers).map(({ rule }) => rule);
  const shown = causes.length > 0 ? all.filter(({ rule }) => causes.includes(rule)) : all;
  return shown.map(({ hidesOthers: _, ...finding }): Finding => finding);
}
