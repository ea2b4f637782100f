import type { ComparedPolicy, TopicComparison } from '../../compare/index.ts';

/** "3 处不同"; what stands in words only is never called the same. */
export function wordDifferences({ differences, wording }: Pick<TopicComparison, 'differences' | 'wording'>): string {
  if (differences === 0) return wording ? '文字对照' : '逐项相同';
  return `${differences} 处不同${wording ? '，余见条文' : ''}`;
}

/** Whose sums are for other things than those beside them; null where all are for the same. */
export function wordApart(
  { apart }: Pick<TopicComparison, 'apart'>,
  policies: readonly Pick<ComparedPolicy, 'id' | 'shortTitle'>[],
): string | null {
  if (apart.length === 0) return null;
  if (policies.length === 2) return '两边支持的事项不同';
  const names = policies.filter(({ id }) => apart.includes(id)).map(({ shortTitle }) => shortTitle);
  return names.length === 1 ? `${names[0]}支持的是另外的事项` : `${names.join('、')}支持的事项各不相同`;
}
