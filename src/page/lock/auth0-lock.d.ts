// auth0-lock's own declarations cover its entry point only, and say `any` for most of it.
declare module 'auth0-lock/lib/index' {
  export const Auth0LockPasswordless: import('./Lock.ts').LockConstructor;
}

declare module 'auth0-lock/lib/i18n/en' {
  // From a package of `"type": "module"`, the default import of CommonJS is all of `module.exports`.
  const exported: { default: import('../PageData.ts').Dictionary };
  export default exported;
}
