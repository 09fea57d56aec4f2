/** The parts that a page is compared by. */
export const PARTS = ['template', 'style', 'settings', 'script'] as const;

export type PartName = (typeof PARTS)[number];

/** A page, taken apart: each part as lines that people can read. */
export type PageParts = Readonly<Record<PartName, { lines: readonly string[]; bytes: number }>>;
