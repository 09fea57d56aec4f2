import type { PageFacts } from './PageFacts.ts';

/** Whether a page is what visitors see: turned on, and not empty. */
export const isShown = ({ on, apiBodyBytes }: PageFacts): boolean => on && apiBodyBytes > 0;
