type Child = Node | string | null | false;

/** An element; text is always text, whatever a visitor typed. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | boolean | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

/** A query in words that may be repeated: short, and without what a screen could not show. */
export function spoken(typed: string): string {
  const shown = typed.trim().toWellFormed();
  return `“${shown.length > 40 ? `${shown.slice(0, 40).toWellFormed()}…` : shown}”`;
}
