import type { LivePage } from './LivePage.ts';

/** Whether a page is what visitors see: turned on, and not empty. */
export const isShown = ({ on, apiBodyBytes }: LivePage): boolean => on && apiBodyBytes > 0;
