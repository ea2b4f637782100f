import { XmlDocument, XmlElement, type XmlNode } from 'libxml2-wasm';

/** Hands a parsed document to `read`. @throws where the text is not well-formed */
export function withXml<T>(text: string, read: (root: XmlElement) => T): T {
  const document = XmlDocument.fromString(text);
  try {
    return read(document.root);
  } finally {
    document.dispose();
  }
}

/** Elements that an XPath finds. */
export function elements(root: XmlElement, xpath: string, namespaces: Record<string, string> = {}): XmlElement[] {
  return root.find(xpath, namespaces).filter((node: XmlNode): node is XmlElement => node instanceof XmlElement);
}

export function attribute(element: XmlElement, name: string): string | null {
  return element.attr(name)?.value ?? null;
}
