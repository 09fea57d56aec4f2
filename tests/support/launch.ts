export { launch } from '../../src/chromium/launch.ts';
