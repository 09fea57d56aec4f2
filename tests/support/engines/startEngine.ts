import type { EngineBrowser, EngineName, EngineOptions } from './Engine.ts';
import { findEngine } from './findEngine.ts';
import { startChromium, startMozillas, startOwn } from './playwright.ts';
import { startWebKitGtk } from './webKitGtk.ts';

/** Starts a browser of this machine. @throws Error when there is none */
export async function startEngine(name: EngineName, options: EngineOptions): Promise<EngineBrowser> {
  if (name === 'chromium') return startChromium(options);
  const found = findEngine(name);
  if (found === null) throw new Error(`There is no ${name} on this machine.`);
  if (found.by === 'bidi') return startMozillas(found.firefox, options);
  if (found.by === 'webdriver') return startWebKitGtk(found, options);
  return startOwn(name, options);
}
