/** Ways to narrow a result, each with how many clauses it would leave. */
import { SUPPORTS, type Catalogue, type Labels, type NodeFacts } from './catalogue.ts';

export const FACETS = ['policy', 'part', 'topic', 'department', 'support'] as const;
/** What facets need to know. */
export type Lists = Catalogue & Labels;
export type FacetName = (typeof FACETS)[number];

/** What is chosen: values of a facet are alternatives, facets narrow together; `sum` in 万元, 0 for any. */
export type Choice = Record<FacetName, string[]> & { sum: number };

export interface FacetValue {
  id: string;
  label: string;
  count: number;
  chosen: boolean;
}

export const NO_CHOICE: Choice = { policy: [], part: [], topic: [], department: [], support: [], sum: 0 };

export function isChosen(choice: Choice): boolean {
  return choice.sum > 0 || FACETS.some((name) => choice[name].length > 0);
}

type Labelled = [id: string, label: string];

/** The values that a clause has of a facet. */
function valuesOf(
  [partAt, , , , topics, departments, supports]: NodeFacts,
  name: FacetName,
  catalogue: Lists,
): Labelled[] {
  const part = catalogue.parts[partAt];
  const policy = part && catalogue.policies[part.policy];
  if (!part || !policy) return [];
  switch (name) {
    case 'policy':
      return [[policy.id, policy.name]];
    case 'part':
      return [[`${policy.id}/${part.id}`, `${policy.seal} ${part.title}`]];
    case 'topic':
      return topics.map((at) => [catalogue.topicIds[at] ?? '', catalogue.topics[at] ?? '']);
    case 'department':
      return departments.map((at) => [catalogue.departments[at] ?? '', catalogue.departments[at] ?? '']);
    case 'support':
      return supports.map((at) => [SUPPORTS[at] ?? '', catalogue.supports[at] ?? '']);
  }
}

/** @param but a facet left out of account, so that its own values can be counted */
export function fits(facts: NodeFacts, choice: Choice, catalogue: Lists, but?: FacetName): boolean {
  if (facts[7] < choice.sum) return false;
  return FACETS.every((name) => {
    const chosen = choice[name];
    return name === but || chosen.length === 0 || valuesOf(facts, name, catalogue).some(([id]) => chosen.includes(id));
  });
}

/** @param found what is known of each clause that was found */
export function facetsOf(
  found: readonly NodeFacts[],
  choice: Choice,
  catalogue: Lists,
): Record<FacetName, FacetValue[]> {
  const facet = (name: FacetName): FacetValue[] => {
    const values = new Map<string, FacetValue>();
    for (const facts of found) {
      const counts = fits(facts, choice, catalogue, name) ? 1 : 0;
      for (const [id, label] of valuesOf(facts, name, catalogue)) {
        const value = values.get(id) ?? { id, label, count: 0, chosen: choice[name].includes(id) };
        value.count += counts;
        values.set(id, value);
      }
    }
    const list = [...values.values()].filter(({ count, chosen }) => count > 0 || chosen);
    return name === 'policy' || name === 'part'
      ? list.sort((a, b) => order(a, catalogue) - order(b, catalogue))
      : list.sort((a, b) => b.count - a.count);
  };
  return {
    policy: facet('policy'),
    part: facet('part'),
    topic: facet('topic'),
    department: facet('department'),
    support: facet('support'),
  };
}

function order({ id }: FacetValue, { parts, policies }: Lists): number {
  return parts.findIndex(
    (part) => policies[part.policy]?.id === id || `${policies[part.policy]?.id}/${part.id}` === id,
  );
}
