/** What came of one hosted config. */
export interface FrameReport {
  /** `ready` or `failed`; `loading` when nothing came of it. */
  state: string;
  /** What the failure screen says; empty when there is none. */
  failure: string;
  /** What Lock was built with, once for each that was built. */
  locks: { clientID: unknown; domain: unknown; options: Record<string, unknown> }[];
  /** Addresses that were asked. */
  asked: string[];
  /** What nobody caught, and what payloads called. */
  uncaught: string[];
  /** The number of elements in the document. */
  elements: number;
  title: string;
  style: string;
  polluted: boolean;
}

/**
 * Opens a page once for each hosted config, in frames of one document. Lock and the network have stand-ins
 * there, which keep what they are given: so ten thousand take a minute. Runs in the browser.
 *
 * @param html - the page, built for Lock on the CDN, in two parts: before and after the marker
 */
export async function openInFrames({
  html: [before, after],
  hosted,
}: {
  html: readonly [string, string];
  hosted: readonly string[];
}): Promise<FrameReport[]> {
  type FrameWindow = Window & typeof globalThis;
  const LANES = 10;
  const reports: FrameReport[] = [];
  await Promise.all(Array.from({ length: LANES }, (_, lane) => openLane(lane)));
  return reports;

  /** Opens each tenth one, in one frame: to make a window takes longer than all that happens in it. */
  async function openLane(lane: number): Promise<void> {
    const frame = document.createElement('iframe');
    // Nothing of it need be painted.
    frame.hidden = true;
    document.body.append(frame);
    const page = frame.contentWindow as FrameWindow | null;
    if (page === null) throw new Error('The frame has no window.');
    const fresh = new Set(Object.keys(page));
    for (let index = lane; index < hosted.length; index += LANES) {
      reports[index] = await openOne(page, before + hosted[index] + after);
      for (const name of Object.keys(page)) if (!fresh.has(name)) delete page[name as keyof typeof page];
    }
    frame.remove();
  }

  async function openOne(page: FrameWindow, html: string): Promise<FrameReport> {
    const report: FrameReport = {
      ...{ state: 'loading', failure: '', locks: [], asked: [], uncaught: [] },
      ...{ elements: 0, title: '', style: '', polluted: false },
    };
    // Takes the listeners of the one before away too.
    page.document.open();
    const end = standIn(page, report);
    page.document.write(html);
    page.document.close();
    const deadline = performance.now() + 8_000;
    const root = () => page.document.getElementById('login');
    while (root()?.dataset['state'] === 'loading' && performance.now() < deadline) {
      await new Promise((done) => setTimeout(done, 5));
    }
    end();
    report.state = root()?.dataset['state'] ?? 'none';
    const failure = page.document.getElementById('failure');
    report.failure = failure?.hidden === false ? (failure.textContent ?? '') : '';
    report.elements = page.document.querySelectorAll('*').length;
    report.title = page.document.title;
    report.style = page.document.documentElement.getAttribute('style') ?? '';
    report.polluted = 'polluted' in page.Object.prototype;
    return report;
  }

  /** Returns what clears up: timers of one page must not ring in the next. */
  function standIn(page: FrameWindow, report: FrameReport): () => void {
    page.addEventListener('error', ({ message }) => report.uncaught.push(message));
    page.addEventListener('unhandledrejection', ({ reason }) => report.uncaught.push(String(reason)));
    const called = (what: unknown) => report.uncaught.push(`called: ${what}`);
    Object.assign(page, { alert: called, prompt: called, confirm: called, msgbox: called });
    page.console.error = () => undefined;
    page.requestAnimationFrame = (callback) => page.setTimeout(callback, 0, 0);
    page.XMLHttpRequest = class {
      status = 0;
      responseText = '';
      onloadend: (() => void) | null = null;
      open(_method: string, url: string) {
        // As a browser does, which throws for what is no address.
        report.asked.push(new URL(url, 'https://login.example.com/').href);
      }
      setRequestHeader() {}
      send() {
        page.setTimeout(() => {
          Object.assign(this, { status: 200, responseText: '{}' });
          this.onloadend?.();
        });
      }
    } as unknown as typeof XMLHttpRequest;
    page.Element.prototype.append = function (...nodes) {
      const script = nodes.find((node) => node instanceof page.HTMLScriptElement);
      if (script === undefined) return this.replaceChildren(...this.childNodes, ...nodes);
      // As a browser does: what is no address is never asked, and failed at once.
      if (URL.canParse(script.src)) report.asked.push(script.src);
      page.setTimeout(() => {
        if (URL.canParse(script.src)) answer(script);
        else script.dispatchEvent(new page.Event('error'));
      });
    };
    const answer = (script: HTMLScriptElement) => {
      const { pathname } = new URL(script.src);
      const id = decodeURIComponent(/\/client\/(.*)\.js$/.exec(pathname)?.[1] ?? '');
      const strategies = ['email', 'sms', 'github'].map((name) => ({ name, connections: [{ name }] }));
      const registry = page['Auth0' as keyof typeof page] as Record<string, (payload: unknown) => void>;
      if (id !== '') registry['setClient']?.({ id, strategies });
      script.dispatchEvent(new page.Event('load'));
    };
    const Lock = class {
      id = '1';
      #container: string;
      constructor(clientID: unknown, domain: unknown, options: Record<string, unknown>) {
        report.locks.push({ clientID, domain, options: JSON.parse(JSON.stringify(options)) });
        this.#container = String(options['container']);
      }
      on() {}
      show() {
        const container = page.document.getElementById(this.#container);
        const form = page.document.createElement('form');
        form.className = 'auth0-lock-form';
        container?.appendChild(form);
      }
    };
    Object.assign(page, { Auth0LockPasswordless: Lock });
    const first = page.setTimeout(() => undefined);
    return () => {
      for (let timer = page.setTimeout(() => undefined); timer >= first; timer--) page.clearTimeout(timer);
    };
  }
}
