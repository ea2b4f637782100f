// The anchors of a clause: `h` its heading, `p1`… the paragraphs directly under it, `s2` a section,
// `s2-p1`… the section's paragraphs, `s2-1` its item (1). Both ways use this, so their addresses agree.
import type { Root, RootContent } from 'mdast';

type Anchored = RootContent & { data?: { hProperties?: Record<string, unknown> } };

export const anchorOf = (node: RootContent): string => String((node as Anchored).data?.hProperties?.id);

/** A remark plugin: sets the id that the element of each block gets. */
export function remarkAnchors() {
  return (root: Root): void => {
    let section = 0;
    let paragraph = 0;
    const inSection = (rest: string) => (section > 0 ? `s${section}-${rest}` : rest);
    const name = (node: Anchored, id: string) => {
      node.data = { ...node.data, hProperties: { id } };
    };
    for (const node of root.children) {
      if (node.type === 'heading' && node.depth === 2) name(node, 'h');
      else if (node.type === 'heading') {
        name(node, `s${++section}`);
        paragraph = 0;
      } else if (node.type === 'paragraph') name(node, inSection(`p${++paragraph}`));
      else if (node.type === 'list') node.children.forEach((item, i) => name(item, inSection(String(i + 1))));
    }
  };
}
