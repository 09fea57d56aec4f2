import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Every element below a node, in document order; what stands in `<template>` is left out. */
export function elementsOf(node: Node): Element[] {
  return nodesOf(node).filter((it): it is Element => 'tagName' in it);
}

/** The same with texts and comments, and with the node itself. */
export function nodesOf(node: Node): Node[] {
  const nodes: Node[] = [];
  // A stack of our own: a page may be nested more deeply than calls can be.
  const stack: Node[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    nodes.push(next);
    if ('childNodes' in next) stack.push(...next.childNodes.slice().reverse());
  }
  return nodes;
}
