import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { EngineBrowser, EngineOptions, Key, Tab, TabOptions } from './Engine.ts';
import type { FoundEngine } from './findEngine.ts';

// WebKitGTK's MiniBrowser over WebDriver (https://www.w3.org/TR/webdriver2/), on a screen that nobody sees.

const SHIFT = '\uE008';
const CONTROL = '\uE009';
/** Keys as WebDriver writes them, a chord from the outside in. */
const KEYS: Readonly<Record<Key, readonly string[]>> = {
  Enter: ['\uE007'],
  Tab: ['\uE004'],
  'Shift+Tab': [SHIFT, '\uE004'],
  Space: [' '],
  ArrowDown: ['\uE015'],
  Escape: ['\uE00C'],
  SelectAll: [CONTROL, 'a'],
};
/** The MiniBrowser's window does not get narrower. */
const NARROWEST = 450;

type WebKitGtk = FoundEngine & { by: 'webdriver' };
type Send = (method: string, path: string, body?: object, patienceMs?: number) => Promise<unknown>;

export async function startWebKitGtk(
  found: WebKitGtk,
  { reducedMotion }: EngineOptions,
): Promise<EngineBrowser> {
  const settings = mkdtempSync(join(tmpdir(), 'webkitgtk-'));
  // WebKitGTK takes prefers-reduced-motion from GTK.
  mkdirSync(join(settings, 'gtk-3.0'));
  writeFileSync(
    join(settings, 'gtk-3.0', 'settings.ini'),
    `[Settings]\ngtk-enable-animations=${reducedMotion ? 0 : 1}\n`,
  );
  const xvfb = spawn(found.xvfb, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = () => {
    xvfb.kill();
    rmSync(settings, { recursive: true, force: true });
  };
  process.once('exit', stop);
  const environment = {
    ...process.env,
    DISPLAY: `:${await firstLine(xvfb.stdio[3] as Readable)}`,
    XDG_CONFIG_HOME: settings,
    // Its sandbox does not start for root, as in most containers.
    ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
  };
  return {
    newTab: (options) => newTab(found, environment, options),
    close: async () => {
      process.off('exit', stop);
      stop();
    },
  };
}

interface Session {
  send: Send;
  /** Ends the driver, and the MiniBrowser with it. */
  stop: () => void;
}

/** A beginning takes a second or two; one that does not come in time never does. */
const SESSION_MS = 12_000;

/**
 * A MiniBrowser of its own, which remembers nothing, by a driver of its own: one that begins a session when it has
 * just ended another sometimes waits for ever, and a new one does so now and then on a busy machine.
 */
async function startSession(found: WebKitGtk, env: NodeJS.ProcessEnv, tries = 3): Promise<Session> {
  const port = await freePort();
  const running = spawn(found.driver, [`--port=${port}`], { stdio: 'ignore', env, detached: true });
  const kill = () => killGroup(running.pid);
  process.once('exit', kill);
  const stop = () => {
    process.off('exit', kill);
    kill();
  };
  const toDriver = sender(`http://127.0.0.1:${port}`);
  const capabilities = {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      acceptInsecureCerts: true,
      // Not to the end of a page, which a script that hangs puts off.
      pageLoadStrategy: 'none',
      // What is asked while one page follows another may get no answer.
      timeouts: { script: 3_000 },
      'webkitgtk:browserOptions': { binary: found.miniBrowser, args: ['--automation'] },
    },
  };
  try {
    await waitUntil(() => toDriver('GET', '/status'));
    const begun = (await toDriver('POST', '/session', { capabilities }, SESSION_MS)) as { sessionId: string };
    return {
      send: (method, path, body) => toDriver(method, `/session/${begun.sessionId}${path}`, body),
      stop,
    };
  } catch (error) {
    stop();
    if (tries === 1) throw error;
    return startSession(found, env, tries - 1);
  }
}

async function newTab(
  found: WebKitGtk,
  env: NodeJS.ProcessEnv,
  { width = 1000 }: TabOptions = {},
): Promise<Tab> {
  const { send: it, stop } = await startSession(found, env);
  await it('POST', '/window/rect', { width: Math.max(width, NARROWEST), height: 900 });
  const press = (chords: readonly (readonly string[])[]) =>
    it('POST', '/actions', {
      actions: [
        {
          type: 'key',
          id: 'keyboard',
          actions: chords.flatMap((chord) => [
            ...chord.map((value) => ({ type: 'keyDown', value })),
            ...chord.toReversed().map((value) => ({ type: 'keyUp', value })),
          ]),
        },
      ],
    });
  const evaluate = (expression: string) =>
    it('POST', '/execute/sync', { script: `return (${expression})`, args: [] });
  const open = (url: string) => it('POST', '/url', { url });
  /** A page is laid out in a narrow frame as it is in a narrow window. */
  const openInFrame = async (address: string) => {
    const { origin } = new URL(address);
    // Of the same origin, which has no such page.
    await open(`${origin}/frame`);
    await waitUntil(() => evaluate(`location.origin === '${origin}' && document.readyState === 'complete'`));
    await evaluate(
      `document.body.innerHTML = '<iframe style="border: 0; width: ${width}px; height: 700px"></iframe>'`,
    );
    await it('POST', '/frame', { id: 0 });
    await evaluate(`location.assign(${JSON.stringify(address)})`);
  };
  return {
    keepsPages: true,
    async open(address) {
      await (width < NARROWEST ? openInFrame(address) : open(address));
    },
    async back() {
      await it('POST', '/back', {});
    },
    async type(text) {
      await press([...text].map((character) => [character]));
    },
    async press(key) {
      await press([KEYS[key]]);
    },
    async click(selector) {
      const element = await it('POST', '/element', { using: 'css selector', value: selector });
      await it('POST', `/element/${Object.values(element as object)[0]}/click`, {});
    },
    evaluate,
    async screenshot() {
      return Buffer.from(String(await it('GET', '/screenshot')), 'base64');
    },
    async close() {
      await it('DELETE', '');
      stop();
    },
  };
}

/** The driver, which hears nothing else once it hangs, and the MiniBrowser that it has started. */
function killGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL');
  } catch {
    // They have ended already.
  }
}

function sender(origin: string): Send {
  return async (method, path, body, patienceMs = 30_000) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      signal: AbortSignal.timeout(patienceMs),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) {
      const { error, message } = value as { error: string; message: string };
      throw new Error(`${method} ${path}: ${error}, ${message}`);
    }
    return value;
  };
}

/** Asks until the answer is something that is true, for ten seconds. */
async function waitUntil(ask: () => Promise<unknown>): Promise<void> {
  let last: unknown;
  for (let tries = 0; tries < 100; tries++) {
    last = await ask().catch(String);
    if (typeof last !== 'string' && last) return;
    await pause(100);
  }
  throw new Error(`WebKitWebDriver does not get there: ${last}`);
}

async function firstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface(stream)) return line;
  throw new Error('Xvfb ended without a display.');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
