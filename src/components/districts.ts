import type { KnowledgeBase } from '../model/knowledge-base.ts';

/** So many districts are named one by one. */
const MOST_NAMED = 3;

/** "闵行区、松江区"; of many the first with their number: "闵行区、松江区、虚构区等 10 个区". Each once. */
export function wordDistricts({ policies }: Pick<KnowledgeBase, 'policies'>): string {
  const all = [...new Set(policies.map(({ district }) => district))];
  const named = all.slice(0, MOST_NAMED).join('、');
  return all.length > MOST_NAMED ? `${named}等 ${all.length} 个区` : named;
}

/** The subject of a question: "闵行区、松江区" as long as all fit, then "各区". */
export function wordEach({ policies }: Pick<KnowledgeBase, 'policies'>): string {
  return policies.length > MOST_NAMED ? '各区' : wordDistricts({ policies });
}
