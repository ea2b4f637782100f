/** HTML or XML that is already escaped; made only by this file. */
export interface Markup {
  readonly markup: string;
}

export type Child = Markup | string | null;
export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/**
 * One element. Text children are escaped, null ones and null attributes are left out.
 * Without any child it is `<name/>`; an element that HTML must close gets an empty text.
 */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const head = `<${name}${Object.entries(attributes).map(writeAttribute).join('')}`;
  return { markup: children.length === 0 ? `${head}/>` : `${head}>${join(children).markup}</${name}>` };
}

/** Children without an element around them. */
export function join(children: readonly Child[]): Markup {
  return {
    markup: children.map((child) => (typeof child === 'string' ? escape(child) : (child?.markup ?? ''))).join(''),
  };
}

/** CSS as the text of a style element, which HTML does not unescape. */
export function styleText(css: string): Markup {
  if (/[<&]/.test(css)) throw new Error('a style with "<" or "&" means another thing in XML than in HTML');
  return { markup: css };
}

export function xmlDocument(root: Markup): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`;
}

function writeAttribute([name, value]: [string, string | number | null | undefined]): string {
  return value === null || value === undefined ? '' : ` ${name}="${escape(String(value))}"`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
