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
  /** Whether a list to choose from covers the form. */
  export function isSelecting(model: Model): boolean;
}

declare module 'auth0-lock/lib/field/phone_number' {
  type Model = import('auth0-lock/lib/store/index').Model;
  export function initLocation(model: Model, country: string): Model;
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
