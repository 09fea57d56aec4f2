/** The package that a source is of; the page's own are `src/page`, what the cuts put in is `lock-diet`. */
export function packageName(path: string): string {
  const inner = path.split('node_modules/').at(-1) ?? path;
  if (inner !== path) return inner.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? inner;
  return path.includes('lock-diet') ? 'lock-diet' : 'src/page';
}
