/** A page in the background is not painted, and must not wait for it. */
const PATIENCE_MS = 100;

/** Resolves once what is in the document now has been painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
    // The frame is painted after its callbacks, and before the next task.
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
}
