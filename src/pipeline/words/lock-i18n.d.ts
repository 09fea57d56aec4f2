declare module 'auth0-lock/lib/i18n/en.js' {
  /** A CommonJS module with a default export. */
  const module: { default: import('../../page/PageData.ts').Dictionary };
  export default module;
}
