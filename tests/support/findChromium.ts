export { findChromium } from '../../src/chromium/findChromium.ts';
