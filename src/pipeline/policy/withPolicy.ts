import { parse } from 'parse5';
import type { PageSettings } from '../../settings/PageSettings.ts';
import { elementsOf } from '../inspect/elementsOf.ts';
import type { Expectation, ScriptElement } from '../inspect/InspectedPage.ts';
import { isDataBlock } from '../inspect/isDataBlock.ts';
import { scriptsAmong } from '../inspect/readPage.ts';
import { withStandIn } from '../inspect/withStandIn.ts';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';
import { sourceHash } from './sourceHash.ts';

/** What stands in a rendered page where its policy will be: the policy depends on all the rest. */
export const POLICY_TOKEN = 'the-policy-of-this-page';

/**
 * Puts the Content Security Policy into a rendered page, made from its final bytes: scripts that a team has
 * added to its templates are allowed like ours.
 *
 * @param inlineScripts - those of ours
 * @returns the page, and the policy or `null` where the settings turn it off
 */
export function withPolicy(
  rendered: string,
  inlineScripts: Expectation['inlineScripts'],
  { mode, additions, trustedTypes }: PageSettings['contentSecurityPolicy'],
): { html: string; policy: string | null } {
  if (mode === 'off') return { html: rendered, policy: null };
  const running = readScripts(rendered, inlineScripts).filter((script) => !isDataBlock(script));
  const policy = contentSecurityPolicy({
    scriptHashes: running.filter(({ src }) => src === undefined).map(({ text }) => sourceHash(text)),
    scriptAddresses: running.flatMap(({ src }) => (isAddress(src) ? [src] : [])),
    additions,
    trustedTypes,
  });
  // The policy holds no character that an attribute in double quotes would have to escape.
  return { html: rendered.split(POLICY_TOKEN).join(policy), policy };
}

/** A source of a policy is an address without a query. */
function isAddress(src: string | undefined): src is string {
  return src !== undefined && /^https:\/\/[^\s;,'"?#]+$/.test(src);
}

/** The scripts as a browser reads them; the large one is not parsed, which takes most of the time. */
function readScripts(rendered: string, inlineScripts: Expectation['inlineScripts']): ScriptElement[] {
  const slim = withStandIn(rendered, inlineScripts);
  const scripts = scriptsAmong(elementsOf(parse(slim?.html ?? rendered)));
  if (slim === null) return scripts;
  return scripts.map((script) => (script.text === slim.standIn ? { ...script, text: slim.script } : script));
}
