import type { Dictionary, Words } from '../page/PageData.ts';

type Some<T> = { readonly [Key in keyof T]?: T[Key] extends string ? string : Some<T[Key]> };

/** Texts of a team's own, in one language. */
export interface OwnTexts extends Some<Words> {
  /** Texts of Lock's form, by the keys of Lock's dictionary. */
  readonly lock?: Dictionary;
}
