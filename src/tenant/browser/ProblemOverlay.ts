// Styles are set by script: a page's own policy may forbid those in markup.
const HOST =
  'position:fixed;inset:0 0 auto;z-index:2147483647;max-height:100vh;overflow:auto;box-sizing:border-box;padding:16px 20px;background:#2a1215;color:#ffe9e7;font:15px/1.5 system-ui,sans-serif;box-shadow:0 2px 16px #0006';
const TEXT =
  'margin:8px 0 12px;white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.5 ui-monospace,monospace';
const BUTTON =
  'padding:6px 14px;border:1px solid;border-radius:6px;background:none;color:inherit;font:inherit;cursor:pointer';

/** Says over a page why there is no newer one. Lives in a shadow root, so that the page's style leaves it alone. */
export class ProblemOverlay {
  readonly #host = document.createElement('div');
  #dismissed = '';

  /** Shows a problem, unless it has been dismissed. */
  show(message: string): void {
    if (message === this.#dismissed) return;
    this.#host.setAttribute('role', 'alert');
    this.#host.style.cssText = HOST;
    const dismiss = made('button', BUTTON, 'Dismiss');
    dismiss.addEventListener('click', () => {
      this.#dismissed = message;
      this.hide();
    });
    const root = this.#host.shadowRoot ?? this.#host.attachShadow({ mode: 'open' });
    root.replaceChildren(
      made('strong', '', 'Not built: this is the last good page'),
      made('pre', TEXT, message),
      dismiss,
    );
    const place = () => document.body.append(this.#host);
    if (document.body === null) document.addEventListener('DOMContentLoaded', place);
    else place();
  }

  hide(): void {
    this.#host.remove();
  }
}

function made(name: string, style: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.style.cssText = style;
  element.textContent = text;
  return element;
}
