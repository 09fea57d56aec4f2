import { findChromium } from '../../src/chromium/findChromium.ts';
import { buildCdnLock } from '../support/buildCdnLock.ts';
import { CDN_LOCK_FILE } from './cdnLock.ts';
import { pages } from './pages.ts';

export default async function setup(): Promise<void> {
  process.env['CHROMIUM_PATH'] = findChromium();
  if (pages.some(({ settings }) => settings.lock.delivery === 'cdn')) await buildCdnLock(CDN_LOCK_FILE);
}
