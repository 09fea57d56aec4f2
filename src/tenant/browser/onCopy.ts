/** Long enough to be read. */
const SHOWN_MS = 1_500;

/**
 * Makes each button with `data-copy` copy that text; works for buttons that come later too.
 *
 * @param say - tells people who do not see the button what has happened
 */
export function onCopy(root: Document | HTMLElement, say: (text: string) => void): void {
  root.addEventListener('click', async (event) => {
    const button = (event.target as Element | null)?.closest<HTMLElement>('[data-copy]');
    const text = button?.dataset['copy'];
    if (button == null || text === undefined) return;
    const copied = await copy(text);
    say(copied ? `Copied ${text}` : 'The browser does not allow copying: select the text instead.');
    button.textContent = copied ? 'Copied' : 'Not allowed';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, SHOWN_MS);
  });
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
