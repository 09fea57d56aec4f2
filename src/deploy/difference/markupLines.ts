import type { DefaultTreeAdapterTypes } from 'parse5';
import { sha256 } from '../../pipeline/sha256.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** An attribute that is longer has a line for itself. */
const SHORT = 60;

/**
 * A document as lines, one for each tag, text and long attribute, without what stands in scripts and styles;
 * a data URI is named by its length and hash.
 */
export function markupLines(document: Node): string[] {
  const lines: string[] = [];
  const stack: { node: Node; depth: number }[] = [{ node: document, depth: -1 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, depth } = next;
    const indent = '  '.repeat(Math.max(0, Math.min(depth, 30)));
    if ('tagName' in node) lines.push(...tagLines(node, indent));
    else if (node.nodeName === '#text' && 'value' in node) {
      const text = node.value.replace(/\s+/g, ' ').trim();
      if (text !== '') lines.push(indent + text);
    } else if ('data' in node) lines.push(`${indent}<!--${node.data.replace(/\s+/g, ' ')}-->`);
    if ('childNodes' in node && !isCode(node)) {
      stack.push(...node.childNodes.map((child) => ({ node: child, depth: depth + 1 })).reverse());
    }
  }
  return lines;
}

const isCode = (node: Node): boolean => node.nodeName === 'script' || node.nodeName === 'style';

function tagLines({ tagName, attrs }: Element, indent: string): string[] {
  const shown = attrs.map(({ name, value }) => ` ${name}${value === '' ? '' : `="${brief(value)}"`}`);
  const start = `${indent}<${tagName}${shown.filter((it) => it.length <= SHORT).join('')}`;
  const long = shown.filter((it) => it.length > SHORT).flatMap(attributeLines);
  const lines = [start, ...long.map((it) => `${indent}   ${it}`)];
  return lines.map((line, index) => (index === lines.length - 1 ? `${line}>` : line));
}

/** A policy has a line for each of its sources, so that one of them more is one line more. */
function attributeLines(shown: string): string[] {
  return shown.split(/(?<=;)(?= )/).flatMap((part) => {
    const [first = '', ...others] = part.split(/(?<=[^;]) (?=['a-z*])/);
    return part.length > 2 * SHORT ? [first, ...others.map((it) => `   ${it}`)] : [part];
  });
}

function brief(value: string): string {
  const named = (uri: string) => {
    const hash = sha256(uri).slice(0, 8);
    return `${/^[^;,]*/.exec(uri)?.[0].slice(0, 40)}… (${uri.length} characters, ${hash})`;
  };
  if (/^data:/i.test(value) && value.length > SHORT) return named(value);
  return value.replace(/data:[a-z0-9.+-]+\/[a-z0-9.+-]+[;,][^"')\s]{60,}/gi, named);
}
