/** What is wrong with a page, in words for its author: what a visitor would see, and where to look. */
export class PageProblem extends Error {
  override readonly name = 'PageProblem';

  /** @throws PageProblem with those that are not `null`, a blank line between two */
  static throwIf(...problems: readonly (string | null)[]): void {
    const found = problems.filter((it) => it !== null);
    if (found.length > 0) throw new PageProblem(found.join(PageProblem.BETWEEN));
  }

  static readonly BETWEEN = '\n\n';
}
