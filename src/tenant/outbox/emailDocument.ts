import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as names, parse, serialize } from 'parse5';

/**
 * An email as a document of a frame, `srcdoc`, which loads nothing from anywhere, and opens its links in a tab of their
 * own: it is a mail program's, not part of the outbox. Scripts are the frame's `sandbox`'s matter.
 */
export function emailDocument(html: string): string {
  const document = parse(html);
  const root = document.childNodes.find((node) => node.nodeName === 'html') as Parent | undefined;
  const head = root?.childNodes.find((node) => node.nodeName === 'head') as Parent | undefined;
  if (head !== undefined) head.childNodes.unshift(...FIRST);
  return serialize(document);
}

type Parent = DefaultTreeAdapterTypes.ParentNode;

const element = (name: string, attributes: Readonly<Record<string, string>>) =>
  defaultTreeAdapter.createElement(
    name,
    names.NS.HTML,
    Object.entries(attributes).map(([attribute, value]) => ({ name: attribute, value })),
  );

/** What an email may have: its own style, and pictures that stand in it. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";
const FIRST = [
  element('meta', { 'http-equiv': 'content-security-policy', content: POLICY }),
  element('base', { target: '_blank' }),
];
