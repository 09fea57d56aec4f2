import { type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter as tree } from 'parse5';

/** An element of a parsed page, as tests look at it. */
export interface Found {
  attributes: Readonly<Record<string, string | undefined>>;
  node: Tree.Element;
}

/** Elements of a name inside of a page or of what was found, in the page's order. */
export function find(within: Tree.Document | readonly Found[], name: string): Found[] {
  const roots = Array.isArray(within) ? within.map(({ node }: Found) => node) : [within as Tree.Document];
  return roots.flatMap((root) => inside(root, name));
}

/** The text of an element, with all that is in it. */
export const text = ({ node }: Pick<Found, 'node'>): string => textOf(node).trim();

function inside(parent: Tree.ParentNode, name: string): Found[] {
  return parent.childNodes.flatMap((node) => {
    if (!tree.isElementNode(node)) return [];
    const attributes = Object.fromEntries(node.attrs.map((attribute) => [attribute.name, attribute.value]));
    return [...(node.tagName === name ? [{ attributes, node }] : []), ...inside(node, name)];
  });
}

function textOf(node: Tree.ChildNode): string {
  if (tree.isTextNode(node)) return node.value;
  return tree.isElementNode(node) ? node.childNodes.map(textOf).join('') : '';
}
