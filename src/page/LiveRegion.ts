/** Long enough for a screen reader to have said where the focus has gone, which would cut this short. */
const AFTER_FOCUS_MS = 150;

/** Says things to screen readers, the same thing twice too. */
export class LiveRegion {
  private readonly element: HTMLElement;
  private pending: ReturnType<typeof setTimeout> | undefined;

  /** @param element - has the role `status` */
  constructor(element: HTMLElement) {
    this.element = element;
  }

  say(text: string): void {
    clearTimeout(this.pending);
    this.element.textContent = '';
    this.pending = setTimeout(() => {
      this.element.textContent = text;
    }, AFTER_FOCUS_MS);
  }
}
