import { memo, useId } from 'react';
import { wordMoney } from '../../../explain/index.ts';
import { DETERMINED, DISCRETIONARY } from '../../../explain/words.ts';
import type { PolicyOutcome } from '../../calculator/calculate.ts';
import { Seal } from '../../result/Seal.tsx';
import { Hatch } from './Hatch.tsx';

/** per cent of the width that the longest bar takes: the rest holds its sum in words */
const LONGEST = 70;

/** What comes in which year: hatched what can be worked out, dashed what is at most; and the same as a table. */
export const YearChart = memo(function YearChart({ outcomes }: { outcomes: readonly PolicyOutcome[] }) {
  const id = useId();
  const years = [...new Set(outcomes.flatMap(({ result }) => result.years.map(({ year }) => year)))].sort();
  if (years.length === 0) return null;
  const sumsOf = ({ result }: PolicyOutcome, year: number): YearSums =>
    result.years.find((one) => one.year === year) ?? { determined: 0n, discretionary: 0n, none: true };
  const top = years
    .flatMap((year) => outcomes.map((one) => sumsOf(one, year)))
    .reduce((most, one) => {
      const sum = one.determined + one.discretionary;
      return sum > most ? sum : most;
    }, 1n);
  return (
    <figure className="years">
      <h3 id={id}>逐年</h3>
      <svg className="hidden" aria-hidden="true">
        <defs>
          {outcomes.map(({ rule }) => (
            <Hatch key={rule.id} policy={rule} id={id} />
          ))}
        </defs>
      </svg>
      <div role="img" aria-labelledby={id} aria-describedby={`${id}-table`}>
        {years.map((year) => (
          <div key={year} className="years-row">
            <span className="years-label">{year}</span>
            <div>
              {outcomes.map((outcome) => (
                <p key={outcome.rule.id} className="years-bar" data-policy={outcome.rule.id}>
                  <Bar sums={sumsOf(outcome, year)} top={top} fill={`url(#${id}-${outcome.rule.id})`} />
                  <span>
                    {outcome.rule.mark.seal} {wordSums(sumsOf(outcome, year))}
                  </span>
                </p>
              ))}
            </div>
          </div>
        ))}
      </div>
      <table className="worked" id={`${id}-table`}>
        <caption className="hidden">逐年各区的支持</caption>
        <thead>
          <tr>
            <th scope="col">年份</th>
            {outcomes.map(({ rule }) => (
              <th key={rule.id} scope="col">
                <span data-policy={rule.id}>
                  <Seal policy={rule} />
                </span>{' '}
                {rule.shortTitle}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {outcomes.map((outcome) => (
                <td key={outcome.rule.id}>{wordSums(sumsOf(outcome, year), `${DETERMINED} `)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
});

/** @param top the largest sum of all years */
function Bar({ sums, top, fill }: { sums: YearSums; top: bigint; fill: string }) {
  const { determined, discretionary } = sums;
  const sum = determined + discretionary;
  if (sum === 0n) return null;
  const first = percent(determined, sum);
  return (
    <svg width={`${(percent(sum, top) * LONGEST) / 100 + 0.4}%`} height="15">
      {determined > 0n && <rect width={`${first}%`} height="15" className="axis-force" fill={fill} />}
      {discretionary > 0n && <rect x={`${first}%`} width={`${100 - first}%`} height="15" className="axis-reference" />}
    </svg>
  );
}

function percent(part: bigint, whole: bigint): number {
  return Number((part * 10_000n) / whole) / 100;
}

interface YearSums {
  determined: bigint;
  discretionary: bigint;
  /** no award in the year: that is no 0 */
  none?: true;
}

/** @param lead before what can be worked out */
function wordSums({ determined, discretionary, none }: YearSums, lead = ''): string {
  if (none) return '—';
  if (discretionary === 0n) return `${lead}${wordMoney(determined)}`;
  const most = `${DISCRETIONARY} ${wordMoney(discretionary)}`;
  return determined === 0n ? most : `${lead}${wordMoney(determined)}，另${most}`;
}
