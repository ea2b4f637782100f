import type { ComparedPolicy, TopicComparison } from '../../compare/index.ts';

type Policies = readonly Pick<ComparedPolicy, 'id' | 'shortTitle'>[];

/** "3 项不同"; what stands in words only is never called the same, and who is alone differs from nobody. */
export function wordDifferences(
  { differences, wording, clauses }: Pick<TopicComparison, 'differences' | 'wording' | 'clauses'>,
  policies: Policies,
): string {
  const having = policies.filter(({ id }) => clauses.some(({ policy, nodes }) => policy === id && nodes.length > 0));
  if (having.length === 1) return `仅${having[0]?.shortTitle} 有条款`;
  if (differences === 0) return wording ? '文字对照' : '逐项相同';
  return `${differences} 项不同${wording ? '，余见条文' : ''}`;
}

/** Whose sums are for other things than those beside them; null where all are for the same. */
export function wordApart({ apart }: Pick<TopicComparison, 'apart'>, policies: Policies): string | null {
  if (apart.length === 0) return null;
  if (policies.length === 2) return '两边支持的事项不同';
  const names = policies.filter(({ id }) => apart.includes(id)).map(({ shortTitle }) => shortTitle);
  return names.length === 1 ? `${names[0]}支持的是另外的事项` : `${names.join('、')}支持的事项各不相同`;
}
