import { apiBodyBytes } from '../apiBodyBytes.ts';
import type { Finding } from './Finding.ts';
import { gzipSize } from './gzipSize.ts';
import type { Expectation, InspectedPage } from './InspectedPage.ts';
import { inspect } from './inspect.ts';
import { readPage } from './readPage.ts';
import { withStandIn } from './withStandIn.ts';

/** How many scripts are remembered: a build has one or two, a watcher makes another at each change. */
const MEMORY = 4;

/** A finished page's sizes, and what the rules find. */
export interface Inspected {
  sizes: Pick<InspectedPage, 'gzipBytes' | 'apiBodyBytes'>;
  findings: readonly Finding[];
}

/**
 * Runs the rules over pages that share a script: over all of it for the first page, and from then on with
 * something short in the script's place, since what is within it is the same. Where a rule finds anything at
 * all, the whole page is gone through again, so that findings never differ from those of `inspect`.
 */
export class Inspector {
  /** Scripts that were part of a page in which no rule found anything. */
  readonly #passed = new Set<string>();

  async inspect(html: string, expected: Expectation): Promise<Inspected> {
    const script = largestScript(expected);
    const slim = this.#passed.has(script) ? withStandIn(html, expected, script) : null;
    if (slim !== null) {
      const sizes = { gzipBytes: await gzipSize(html), apiBodyBytes: apiBodyBytes(html) };
      const findings = await inspect(await readPage(slim.html, slim.expected, sizes));
      if (findings.length === 0) return { sizes, findings };
    }
    const page = await readPage(html, expected);
    const findings = await inspect(page);
    if (findings.length === 0) this.#remember(script);
    return { sizes: page, findings };
  }

  #remember(script: string): void {
    this.#passed.delete(script);
    this.#passed.add(script);
    const [oldest] = this.#passed;
    if (this.#passed.size > MEMORY && oldest !== undefined) this.#passed.delete(oldest);
  }
}

function largestScript({ inlineScripts }: Expectation): string {
  const running = inlineScripts.filter(({ runs }) => runs).map(({ text }) => text);
  return running.reduce((largest, text) => (text.length > largest.length ? text : largest), '');
}
