/** Puts the script that reloads an open page before anything that could forbid it. */
export function withReload(html: string, build: number): string {
  return html.replace(
    /<head(?:\s[^>]*)?>/i,
    (head) => `${head}<script src="/tenant/reload.js?build=${build}"></script>`,
  );
}
