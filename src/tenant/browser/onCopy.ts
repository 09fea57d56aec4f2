/** Makes each button with `data-copy` copy that text; works for buttons that come later too. */
export function onCopy(root: Document | HTMLElement, onCopied: (text: string) => void): void {
  root.addEventListener('click', (event) => {
    const button = (event.target as Element | null)?.closest<HTMLElement>('[data-copy]');
    const text = button?.dataset['copy'];
    if (button == null || text === undefined) return;
    void navigator.clipboard.writeText(text).then(() => {
      onCopied(text);
      const label = button.textContent;
      button.textContent = 'Copied';
      setTimeout(() => {
        button.textContent = label;
      }, 1_500);
    });
  });
}
