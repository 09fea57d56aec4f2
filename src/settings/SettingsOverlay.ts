import type { LoginPageSettings } from './LoginPageSettings.ts';

/** Settings to be laid over others: any of them, `undefined` to take one away. */
export type SettingsOverlay = Overlay<LoginPageSettings>;

type Overlay<T> = {
  readonly [Key in keyof T]?:
    | (T[Key] extends readonly unknown[] | string | undefined ? T[Key] : Overlay<T[Key]>)
    | undefined;
};
