import type { VNode } from 'preact';
import { render, unmountComponentAtNode } from 'preact/compat';

/**
 * `react-dom/client` for `renderer: 'preact'`. Preact's own renders at once, even in the middle of another
 * render; React finishes first. Lock relies on that: its panes change the model while they are mounted,
 * and a render within the render loses its slide from one screen to the next ("Cannot read properties of
 * undefined (reading 'key')" in `ui/box/multisize_slide.js`, and no submit button).
 */
export function createRoot(container: Element) {
  let next: VNode | null = null;
  return {
    render(element: VNode): void {
      const isScheduled = next !== null;
      next = element;
      if (isScheduled) return;
      queueMicrotask(() => {
        const current = next;
        next = null;
        if (current !== null) render(current, container);
      });
    },
    unmount(): void {
      next = null;
      unmountComponentAtNode(container);
    },
  };
}
