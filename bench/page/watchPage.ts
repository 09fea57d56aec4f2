import type { Seen } from './Seen.ts';

/**
 * Runs in the page before anything of its own, for both pages alike: looks in every frame for an input that a
 * visitor can use, and tells what it has seen once there has been one for a while without a break. An input
 * that is replaced soon, or covered, thus does not count; the time that is told is the beginning of that while.
 *
 * Sent as its source: it may use nothing from around it.
 *
 * @param binding - name of a global function that takes the `Seen` as JSON
 * @param settleMs - how long the input must stay
 */
export function watchPage(binding: string, settleMs: number): void {
  // Scripts are put into frames and the page before this one too.
  if (window.top !== window || window.location.protocol !== 'https:') return;
  let layoutShift = 0;
  const longTasks: Seen['longTasks'] = [];
  const observe = (type: string, take: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('layout-shift', (entry) => {
    // TypeScript does not know the entries of layout shifts.
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) layoutShift += value;
  });
  observe('longtask', ({ startTime, duration }) => longTasks.push({ startMs: startTime, ms: duration }));

  const isUsable = (input: HTMLInputElement): boolean => {
    if (input.disabled || input.readOnly) return false;
    const { left, top, right, bottom, width, height } = input.getBoundingClientRect();
    if (width < 20 || height < 10) return false;
    if (left < 0 || top < 0 || right > window.innerWidth || bottom > window.innerHeight) return false;
    // Whatever lies over it, an animation's pane too, would be there in its place.
    if (document.elementFromPoint((left + right) / 2, (top + bottom) / 2) !== input) return false;
    if (getComputedStyle(input).visibility !== 'visible') return false;
    for (let element: Element | null = input; element !== null; element = element.parentElement) {
      if (getComputedStyle(element).opacity !== '1') return false;
    }
    return true;
  };

  const KINDS = 'input[name=phoneNumber], input[name=email], input[type=tel], input[type=email]';
  let found: { input: HTMLInputElement; at: number } | null = null;
  const look = (): void => {
    const now = performance.now();
    const inputs = document.querySelectorAll<HTMLInputElement>(KINDS);
    const input = [...inputs].find(isUsable);
    if (input === undefined) found = null;
    else if (found?.input !== input) found = { input, at: now };
    if (found === null || now - found.at < settleMs) {
      requestAnimationFrame(look);
      return;
    }
    const seen: Seen = {
      usableMs: found.at,
      fcpMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
      layoutShift,
      longTasks,
    };
    const tell: unknown = Reflect.get(window, binding);
    if (typeof tell === 'function') tell(JSON.stringify(seen));
  };
  requestAnimationFrame(look);
}
