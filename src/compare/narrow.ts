import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { firstChoice } from './choice.ts';

const narrowed = new WeakMap<KnowledgeBase, Map<string, KnowledgeBase>>();

/** The knowledge base as far as some policies go, in order of content; itself where they are all. */
export function narrow(kb: KnowledgeBase, chosen: readonly string[]): KnowledgeBase {
  if (kb.policies.every(({ id }) => chosen.includes(id))) return kb;
  const known = narrowed.get(kb) ?? new Map<string, KnowledgeBase>();
  narrowed.set(kb, known);
  const key = chosen.join();
  const found = known.get(key) ?? narrowNow(kb, chosen);
  known.set(key, found);
  return found;
}

function narrowNow(kb: KnowledgeBase, chosen: readonly string[]): KnowledgeBase {
  const of = <T extends { policy: string }>(list: readonly T[]): T[] =>
    list.filter(({ policy }) => chosen.includes(policy));
  return {
    ...kb,
    policies: kb.policies.filter(({ id }) => chosen.includes(id)),
    nodes: of(kb.nodes),
    otherVersions: of(kb.otherVersions),
    amendments: of(kb.amendments),
    topics: kb.topics.map((topic) => ({ ...topic, clauses: of(topic.clauses) })),
    departments: of(kb.departments),
    readings: of(kb.readings),
    contradictions: of(kb.contradictions),
    rules: { ...kb.rules, partial: true, policies: kb.rules.policies.filter(({ id }) => chosen.includes(id)) },
  };
}

/** What a page about a policy, or about all, sets side by side first. */
export function firstSide(kb: KnowledgeBase, own: string | null = null): KnowledgeBase {
  return narrow(
    kb,
    firstChoice(
      kb.policies.map(({ id }) => id),
      own,
    ),
  );
}
