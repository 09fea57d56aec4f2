/** A part of the pages: `index` of `count`, both from 1. */
export interface Shard {
  index: number;
  count: number;
}

/** Every `count`-th of a list from `index` on, so that parts are as large as each other and none overlap. */
export function shardOf<T>(items: readonly T[], { index, count }: Shard): T[] {
  return items.filter((_item, place) => place % count === index - 1);
}
