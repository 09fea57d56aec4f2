/** Style of the overlay, set by script: a page's own policy may forbid styles in markup. */
const HOST = {
  position: 'fixed',
  inset: '0 0 auto 0',
  'z-index': '2147483647',
  'max-height': '100vh',
  overflow: 'auto',
  'box-sizing': 'border-box',
  padding: '16px 20px',
  background: '#2a1215',
  color: '#ffe9e7',
  font: '15px/1.5 system-ui, sans-serif',
  'box-shadow': '0 2px 16px rgb(0 0 0 / 40%)',
};
const TEXT = { margin: '8px 0 12px', 'white-space': 'pre-wrap', font: '13px/1.5 ui-monospace, monospace' };
const BUTTON = {
  padding: '6px 14px',
  border: '1px solid #b98a86',
  'border-radius': '6px',
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  cursor: 'pointer',
};

/** Says over a page why there is no newer one. Lives in a shadow root, so that the page's style leaves it alone. */
export class ProblemOverlay {
  readonly #host = document.createElement('div');
  #dismissed = '';

  /** Shows a problem, unless it has been dismissed. */
  show(message: string): void {
    if (message === this.#dismissed) return;
    const title = document.createElement('strong');
    title.textContent = 'Not built: this is the last good page';
    const text = document.createElement('pre');
    text.textContent = message;
    const dismiss = document.createElement('button');
    dismiss.textContent = 'Dismiss';
    dismiss.addEventListener('click', () => {
      this.#dismissed = message;
      this.hide();
    });
    set(text, TEXT);
    set(dismiss, BUTTON);
    set(this.#host, HOST);
    this.#host.setAttribute('role', 'alert');
    const root = this.#host.shadowRoot ?? this.#host.attachShadow({ mode: 'open' });
    root.replaceChildren(title, text, dismiss);
    const place = () => document.body.append(this.#host);
    if (document.body === null) document.addEventListener('DOMContentLoaded', place);
    else place();
  }

  hide(): void {
    this.#host.remove();
  }
}

function set(element: HTMLElement, style: Readonly<Record<string, string>>): void {
  for (const [property, value] of Object.entries(style)) element.style.setProperty(property, value);
}
