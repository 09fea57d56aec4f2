import { type ComponentChildren, options, type VNode } from 'preact';
import { render, unmountComponentAtNode } from 'preact/compat';

// `react-dom/client` for `renderer: 'preact'`: what Lock needs of React and Preact's compatibility layer
// does not do. Each of the two was found by a page that lacked something.

/**
 * Preact's own renders at once, even in the middle of another render; React finishes first. Lock relies on
 * that: its panes change the model while they are mounted, and a render within the render loses its slide
 * from one screen to the next ("Cannot read properties of undefined (reading 'key')" in
 * `ui/box/multisize_slide.js`, and no submit button).
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

/**
 * React takes any iterable for children, Preact only arrays, and shows nothing in place of the others. Lock
 * passes lists of Immutable: its social buttons would not be there.
 */
const before = options.vnode;
options.vnode = (vnode) => {
  const props = vnode.props as { children?: ComponentChildren };
  const { children } = props;
  if (Array.isArray(children)) {
    if (children.some(isForeignIterable)) props.children = children.map(toArray);
  } else if (isForeignIterable(children)) {
    props.children = toArray(children);
  }
  before?.(vnode);
};

function toArray(child: unknown): ComponentChildren {
  return (isForeignIterable(child) ? [...child] : child) as ComponentChildren;
}

function isForeignIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Symbol.iterator in value;
}
