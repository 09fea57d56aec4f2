declare module 'color-name' {
  /** CSS's named colours, each with its red, green and blue. */
  const names: Readonly<Record<string, readonly [number, number, number]>>;
  export default names;
}
