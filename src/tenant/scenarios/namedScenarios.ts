import type { NamedScenario } from './NamedScenario.ts';
import { asks } from './named/asks.ts';
import { looks } from './named/looks.ts';
import { offered } from './named/offered.ts';
import { wrong } from './named/wrong.ts';

/** The scenarios of the gallery, in its order. */
export const namedScenarios: readonly NamedScenario[] = [...offered, ...looks, ...asks, ...wrong];
