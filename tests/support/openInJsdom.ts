import { type ConstructorOptions, type DOMWindow, JSDOM, requestInterceptor, VirtualConsole } from 'jsdom';
import { Agent } from 'undici';
import type { Answer } from './Visitor.ts';

/** A page in jsdom: its own scripts run, its requests go out. */
export interface Opened {
  window: DOMWindow;
  document: Document;
  /** Whatever the page wrote to the console, and exceptions that nobody caught, a line each. */
  console: string[];
  /** Waits until `find` finds something, and returns it; fails with the page's state when it does not. */
  until<T>(find: (document: Document) => T | null | undefined | false): Promise<T>;
  close(): void;
}

/**
 * Loads an address as a browser would; the certificate of the local server is accepted.
 *
 * @param answers - to requests that go elsewhere, by their address
 */
export async function openInJsdom(
  address: string,
  languages: string[] = ['en-US', 'en'],
  answers: Readonly<Record<string, Answer>> = {},
): Promise<Opened> {
  const lines: string[] = [];
  const virtualConsole = new VirtualConsole();
  for (const level of ['error', 'warn', 'info'] as const) {
    virtualConsole.on(level, (...parts: unknown[]) => lines.push(`${level}: ${parts.map(String).join(' ')}`));
  }
  virtualConsole.on('jsdomError', (error) => {
    // jsdom lays nothing out and cannot go to another page: it says so, and that is no fault of the page.
    if (!/Not implemented/.test(error.message)) lines.push(`uncaught: ${error.message}`);
  });
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
  const answer = requestInterceptor(async ({ url }) => {
    const known = answers[url];
    if (known === undefined || known === 'abort') return undefined;
    return new Response(known.body, { headers: { 'content-type': known.contentType } });
  });
  const dom = await JSDOM.fromURL(address, {
    runScripts: 'dangerously',
    // undici, and undici as Node's types have it, differ in a callback that neither of us uses.
    resources: { dispatcher, interceptors: [answer] } as unknown as NonNullable<
      ConstructorOptions['resources']
    >,
    pretendToBeVisual: true,
    virtualConsole,
    beforeParse(window) {
      // What browsers have and jsdom has not.
      Object.assign(window, { TextDecoder });
      Object.defineProperty(window.navigator, 'languages', { value: languages });
    },
  });
  const { window } = dom;
  return {
    window,
    document: window.document,
    console: lines,
    async until(find) {
      const end = Date.now() + 10_000;
      for (;;) {
        const found = find(window.document);
        if (found !== null && found !== undefined && found !== false) return found;
        if (Date.now() > end) {
          const { dataset } = window.document.getElementById('login') ?? {};
          throw new Error(`Nothing came of it: ${find}\n${JSON.stringify(dataset)}\n${lines.join('\n')}`);
        }
        await new Promise((done) => setTimeout(done, 20));
      }
    },
    close: () => window.close(),
  };
}
