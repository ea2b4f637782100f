import type { AwardRule } from '../model/rulebook.ts';
import type { ComparedNode } from './comparable.ts';
import { place } from './places.ts';
import type { Value } from './types.ts';

/**
 * 申报材料. A clause asks them for what it gives itself: where some award of the topic has none, the lists carry the names of what
 * they are for, and what has none is named, so that nobody takes the list of one for that of another.
 */
export function materialsOf(nodes: readonly ComparedNode[], awards: readonly AwardRule[]): Value[] {
  const silent = awards.filter(({ clause }) =>
    nodes.some(({ id, materials }) => id === clause && materials.length === 0),
  );
  const asking = nodes.filter(({ materials }) => materials.length > 0);
  if (asking.length === 0) return [];
  if (silent.length === 0) return listed(asking, () => null);
  const nameOf = (node: ComparedNode): string =>
    awards
      .filter(({ clause }) => clause === node.id)
      .map(({ title }) => title)
      .join('、') || node.title;
  return [
    ...silent.map(({ title, sources }): Value => ({
      datum: { kind: 'unstated', limit: false },
      award: title,
      sources,
    })),
    ...listed(asking, nameOf),
  ];
}

/** Each wording once under each name, with every clause that asks for it. */
function listed(nodes: readonly ComparedNode[], nameOf: (node: ComparedNode) => string | null): Value[] {
  const found = new Map<string, Value>();
  for (const node of nodes) {
    const award = nameOf(node);
    for (const { anchor, text } of node.materials) {
      const source = place(node, anchor, text);
      const key = JSON.stringify([award, text]);
      const same = found.get(key);
      if (same) same.sources.push(source);
      else found.set(key, { datum: { kind: 'words', text }, award, sources: [source] });
    }
  }
  return [...found.values()];
}
