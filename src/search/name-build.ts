/** The names under which this site lists clauses, for the search. Pure. */
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { PackedName } from './names.ts';

/** Matters, awards and topics, each with the clauses that pay for it, state it or belong to it. */
export function namesOf(kb: KnowledgeBase): PackedName[] {
  const awards = kb.rules.policies.flatMap((policy) => policy.awards);
  const stating = grouped(
    kb.nodes.flatMap((node, at) => [...node.awards, ...node.restates].map((ref): Pair => [ref, at])),
  );
  const places = (one: (typeof awards)[number]): number[] => stating.get(one.ref) ?? [];
  const ofMatter = grouped(awards.flatMap((one) => places(one).map((at): Pair => [one.matter, at])));
  const ofTitle = grouped(awards.flatMap((one) => places(one).map((at): Pair => [one.title, at])));
  const ofTopic = grouped(kb.nodes.flatMap(({ topics }, at) => topics.map((topic): Pair => [topic, at])));
  return [
    ...kb.rules.matters.map(({ id, title, plain }) => packed(0, [title, plain], ofMatter.get(id))),
    ...[...ofTitle].map(([title, at]) => packed(1, [title], at)),
    ...kb.topics.map(({ id, title }) => packed(2, [title], ofTopic.get(id))),
  ].filter(({ length }) => length > 2);
}

type Pair = [key: string, place: number];

function grouped(pairs: readonly Pair[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [key, place] of pairs) {
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return groups;
}

function packed(kind: number, texts: string[], places: readonly number[] = []): PackedName {
  const ascending = [...new Set(places)].sort((a, b) => a - b);
  return [kind, texts, ...ascending.map((place, at) => place - (ascending[at - 1] ?? 0))];
}
