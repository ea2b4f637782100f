// Markdown's tree → the small tree that pages, checks, data and search would all read.
import type { ListItem, Root, RootContent } from 'mdast';
import { anchorOf } from '../../shared/anchors';

export interface Item { id: string; text: string }
export type ClauseNode =
  | { kind: 'heading'; id: string; text: string }
  | { kind: 'paragraph'; id: string; text: string }
  | { kind: 'section'; id: string; title: string; children: ClauseNode[] }
  | { kind: 'items'; items: Item[] };

type Inline = { type: string; value?: string; children?: Inline[]; position?: { start: { line: number } } };

/** Official text is plain: anything but text is a mistake to report, never something to drop in silence. */
function textOf(node: Inline): string {
  if (node.type === 'text') return node.value ?? '';
  if (!['heading', 'paragraph', 'listItem'].includes(node.type)) unexpected(node);
  return (node.children ?? []).map(textOf).join('');
}

function unexpected(node: Inline): never {
  throw new Error(`line ${node.position?.start.line}: a clause cannot contain "${node.type}"`);
}

const itemOf = (item: ListItem): Item => ({ id: anchorOf(item), text: textOf(item) });

function nodeOf(node: RootContent): ClauseNode {
  if (node.type === 'heading' && node.depth === 2) return { kind: 'heading', id: anchorOf(node), text: textOf(node) };
  if (node.type === 'heading') return { kind: 'section', id: anchorOf(node), title: textOf(node), children: [] };
  if (node.type === 'paragraph') return { kind: 'paragraph', id: anchorOf(node), text: textOf(node) };
  if (node.type === 'list') return { kind: 'items', items: node.children.map(itemOf) };
  return unexpected(node as Inline);
}

export function toNodes(root: Root): ClauseNode[] {
  const top: ClauseNode[] = [];
  let into = top;
  for (const child of root.children) {
    const node = nodeOf(child);
    if (node.kind === 'section') {
      top.push(node);
      into = node.children;
    } else into.push(node);
  }
  return top;
}
