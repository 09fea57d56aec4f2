/** The pages that are compared. */
export const pageNames = ['ours', 'stock'] as const;

export type PageName = (typeof pageNames)[number];
