// The build puts `inline.ts` or `cdn.ts` in this file's place, as `lock.delivery` says. Types are the same.
export { deliveryOptions, loadLock } from './inline.ts';
