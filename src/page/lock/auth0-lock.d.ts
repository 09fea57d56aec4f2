// auth0-lock's own declarations cover its entry point only, and say `any` for most of it. From a package of
// `"type": "module"`, the default import of CommonJS is all of `module.exports`.
declare module 'auth0-lock/lib/index' {
  export const Auth0LockPasswordless: import('./Lock.ts').LockConstructor;
}

declare module 'auth0-lock/lib/i18n/en' {
  const exported: { default: import('../PageData.ts').Dictionary };
  export default exported;
}

declare module 'auth0-lock/lib/core/web_api' {
  type Ask = (id: string, callback: (error: unknown, challenge?: unknown) => void) => void;
  interface WebApi {
    getPasswordlessChallenge: Ask;
    getChallenge: Ask;
  }
  const exported: WebApi | { default: WebApi };
  export default exported;
}

declare module 'auth0-lock/lib/store/index' {
  /** One Lock's state, an Immutable map. */
  export interface Model {
    get(key: string): unknown;
    toObject(): Record<string, unknown>;
    mergeIn(path: readonly string[], value: object): Model;
  }
  type Getter = (state: unknown, collection: string, id: string) => Model;
  export const getEntity: Getter;
  export function read(get: Getter, collection: 'lock', id: string): Model;
  /** Calls back at each change of the Lock with this id. */
  export function observe(key: string, id: string, callback: (model: Model) => void): void;
  export const updateEntity: unknown;
  export function swap(
    update: typeof updateEntity,
    collection: 'lock',
    id: string,
    change: (model: Model) => Model,
  ): void;
}

declare module 'auth0-lock/lib/sync' {
  /** Whether nothing is awaited any more. */
  export function isDone(model: import('auth0-lock/lib/store/index').Model): boolean;
}

declare module 'auth0-lock/lib/field/index' {
  type Model = import('auth0-lock/lib/store/index').Model;
  export function getField(model: Model, name: string): Model;
  export function getFieldValue(model: Model, name: string): string;
  export function clearFields(model: Model, names: readonly string[]): Model;
  /** `hint` is shown under the field once a submit has found it invalid. */
  export function setField(
    model: Model,
    name: string,
    value: string,
    validate: (value: string) => { valid: boolean; hint: string | null },
  ): Model;
  type Option = import('immutable').Option;
  export function setOptionField(model: Model, name: string, option: Option): Model;
  export function registerOptionField(
    model: Model,
    name: string,
    options: import('immutable').List<Option>,
    initial: string,
  ): Model;
  /** Whether a list to choose from covers the form. */
  export function isSelecting(model: Model): boolean;
}

declare module 'auth0-lock/lib/field/phone_number' {
  type Model = import('auth0-lock/lib/store/index').Model;
  export function initLocation(model: Model, country: string): Model;
  // Absent where the repair `phoneNumbers` is turned off.
  export const sharePhoneNumbers: typeof import('./phoneNumber.ts').sharePhoneNumbers | undefined;
  export const followCountry: typeof import('./phoneNumber.ts').followCountry | undefined;
}

// What is used of version 3.8, which is Lock's: its own declarations are for TypeScript 1.
declare module 'immutable' {
  /** A country in Lock's list. */
  export interface Option {
    get(key: 'country' | 'diallingCode' | 'isoCode' | 'label' | 'value'): string;
  }
  export interface List<Item> {
    find(is: (item: Item) => boolean): Item | undefined;
    first(): Item;
  }
  export function List<Item>(items: readonly Item[]): List<Item>;
  export function fromJS(entries: readonly object[]): List<Option>;
}

declare module 'auth0-lock/lib/core/index' {
  type Model = import('auth0-lock/lib/store/index').Model;
  /** Whether Auth0's answer is awaited. */
  export function submitting(model: Model): boolean;
  /** The newest challenge; absent without a login transaction. */
  export function passwordlessCaptcha(model: Model): Model | undefined;
}

declare module 'auth0-lock/lib/connection/passwordless/index' {
  export function isEmail(model: import('auth0-lock/lib/store/index').Model): boolean | undefined;
}

declare module 'auth0-lock/lib/connection/passwordless/actions' {
  export function requestPasswordlessEmail(id: string): void;
  export function sendSMS(id: string): void;
}
