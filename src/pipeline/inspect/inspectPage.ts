import { apiBodyBytes } from '../apiBodyBytes.ts';
import type { Finding } from './Finding.ts';
import { gzipSize } from './gzipSize.ts';
import type { Expectation, InspectedPage } from './InspectedPage.ts';
import { inspect } from './inspect.ts';
import { readPage } from './readPage.ts';
import { withStandIn } from './withStandIn.ts';

/** A finished page's sizes, and what the rules find. */
export interface Inspected {
  sizes: Pick<InspectedPage, 'gzipBytes' | 'apiBodyBytes'>;
  findings: readonly Finding[];
}

/**
 * Runs the rules over a finished page, with something short in the place of its large script where no rule can
 * have anything to say of that: it is most of the page, and a thousand pages share it. Where a rule finds
 * anything at all, the whole page is gone through again, so that findings never differ from those of `inspect`.
 */
export async function inspectPage(html: string, expected: Expectation): Promise<Inspected> {
  const slim = withStandIn(html, expected.inlineScripts);
  if (slim === null) return inspectWhole(html, expected);
  // Compressed in another thread, while the rules are run here.
  const gzipBytes = gzipSize(html);
  const apiBody = apiBodyBytes(html);
  const { inlineScripts } = slim;
  const page = await readPage(
    slim.html,
    { ...expected, inlineScripts },
    { gzipBytes, apiBodyBytes: apiBody },
  );
  const findings = await inspect(page);
  return findings.length === 0 ? { sizes: sizesOf(page), findings } : inspectWhole(html, expected);
}

async function inspectWhole(html: string, expected: Expectation): Promise<Inspected> {
  const page = await readPage(html, expected);
  return { sizes: sizesOf(page), findings: await inspect(page) };
}

function sizesOf({ gzipBytes, apiBodyBytes: apiBody }: InspectedPage): Inspected['sizes'] {
  return { gzipBytes, apiBodyBytes: apiBody };
}
