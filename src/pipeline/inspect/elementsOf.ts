import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Every element below a node, in document order; what stands in `<template>` is left out. */
export function elementsOf(node: Node): Element[] {
  const elements: Element[] = [];
  // A stack of our own: a page may be nested more deeply than calls can be.
  const stack: Node[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if ('tagName' in next) elements.push(next);
    if ('childNodes' in next) stack.push(...next.childNodes.slice().reverse());
  }
  return elements;
}
