import type {
  ContradictionEntry,
  DepartmentEntry,
  KnowledgeBase,
  PolicyEntry,
  ReadingEntry,
} from './knowledge-base.ts';
import type { PolicyNode } from './node.ts';
import type { AwardRule, CapRule } from './rulebook.ts';
import { allTexts } from './versions.ts';

/** Everything by its id: thousands of pages ask for a few things each, and none may go through all for them. */
export interface Lookup {
  /** every text, in force or not */
  nodes: ReadonlyMap<string, PolicyNode>;
  policies: ReadonlyMap<string, PolicyEntry>;
  awards: ReadonlyMap<string, AwardRule>;
  caps: ReadonlyMap<string, CapRule>;
  readings: ReadonlyMap<string, ReadingEntry>;
  contradictions: ReadonlyMap<string, ContradictionEntry>;
  /** the nodes of a policy as in force, in document order */
  nodesOf: (policy: string) => readonly PolicyNode[];
  /** the same, and then the other versions */
  textsOf: (policy: string) => readonly PolicyNode[];
  /** @param short as a policy's text writes it */
  departmentOf: (policy: string, short: string) => DepartmentEntry | undefined;
  /** place of an award in the order of content, by its ref */
  orderOf: (ref: string) => number;
}

const made = new WeakMap<KnowledgeBase, Lookup>();

/** Made once for a knowledge base: it is frozen. */
export function lookup(kb: KnowledgeBase): Lookup {
  const known = made.get(kb);
  if (known) return known;
  const found = makeLookup(kb);
  made.set(kb, found);
  return found;
}

function makeLookup(kb: KnowledgeBase): Lookup {
  const { nodes, policies, readings, contradictions, departments, rules } = kb;
  const texts = allTexts(kb);
  const awards = rules.policies.flatMap((policy) => policy.awards);
  const places = new Map(awards.map(({ ref }, place) => [ref, place]));
  const byPolicy = Map.groupBy(nodes, ({ policy }) => policy);
  const allOf = Map.groupBy(texts, ({ policy }) => policy);
  const byName = new Map<string, DepartmentEntry>();
  for (const entry of departments) {
    const name = `${entry.policy} ${entry.short}`;
    if (!byName.has(name)) byName.set(name, entry);
  }
  return {
    nodes: byId(texts),
    policies: byId(policies),
    awards: new Map(awards.map((award) => [award.ref, award])),
    caps: new Map(rules.policies.flatMap((policy) => policy.caps).map((cap) => [cap.ref, cap])),
    readings: byId(readings),
    contradictions: byId(contradictions),
    nodesOf: (policy) => byPolicy.get(policy) ?? [],
    textsOf: (policy) => allOf.get(policy) ?? [],
    departmentOf: (policy, short) => byName.get(`${policy} ${short}`),
    orderOf: (ref) => places.get(ref) ?? -1,
  };
}

function byId<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((one) => [one.id, one]));
}
