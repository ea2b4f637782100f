import type { Row, TopicComparison } from '../../compare/index.ts';
import { wordDatum } from './words.ts';

/** Who can claim what the headline of a policy names: a filter by company shows topics, not who may claim their sums. */
export function wordClaimants({ rows, cases, money }: TopicComparison, at: number): string[] {
  if (!money || cases.length === 0) return [];
  const said = (term: Row['term'], one: Row): string[] => {
    const cell = one.term === term ? one.cells[at]?.cell : undefined;
    return cell?.kind === 'stated' ? cell.values.map(({ datum }) => wordDatum(datum)) : [];
  };
  const matters = new Map<string, Set<string>>();
  for (const row of rows.filter((one) => one.cases.length > 0))
    for (const types of said('applicants', row))
      matters.set(types, new Set([...(matters.get(types) ?? []), ...row.cases.map((one) => one.matterTitle)]));
  const sums = [...matters].map(([types, titles]) =>
    matters.size === 1 ? types : `${types}（${[...titles].join('、')}）`,
  );
  const whole = rows.filter((one) => one.cases.length === 0);
  const open = whole.flatMap((row) => said('support', row));
  const claimants = whole.flatMap((row) => said('applicants', row));
  const besides = sums.length > 0 ? '另有' : '';
  const who = claimants.length > 0 ? `，可申报：${claimants.join('；')}` : '';
  return [
    ...(sums.length > 0 ? [`可申报：${sums.join('；')}`] : []),
    ...(open.length > 0 ? [`${besides}未写数额的支持${who}`] : []),
  ];
}
