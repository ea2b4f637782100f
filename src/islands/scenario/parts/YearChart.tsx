import { memo, useId } from 'react';
import { wordMoney } from '../../../explain/index.ts';
import { DETERMINED, DISCRETIONARY } from '../../../explain/words.ts';
import type { PolicyOutcome } from '../../calculator/calculate.ts';
import { Seal } from '../../result/Seal.tsx';
import { Hatch } from './Hatch.tsx';

const BAR = 22;
const GAP = 14;
/** per cent of the width that the longest bar takes: the rest holds its sum in words */
const LONGEST = 62;

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
  const share = (sum: bigint): number => Number((sum * 10_000n) / top / 100n) * (LONGEST / 100) + (sum > 0n ? 0.4 : 0);
  const band = outcomes.length * BAR + GAP;
  return (
    <figure className="years">
      <h3 id={id}>逐年</h3>
      <svg width="100%" height={years.length * band} role="img" aria-labelledby={id} aria-describedby={`${id}-table`}>
        <defs>
          {outcomes.map(({ rule }) => (
            <Hatch key={rule.id} policy={rule} id={id} />
          ))}
        </defs>
        {years.map((year, row) => (
          <g key={year}>
            <text x="0" y={row * band + (outcomes.length * BAR) / 2 + 5} className="years-label">
              {year}
            </text>
            {outcomes.map((outcome, at) => {
              const sums = sumsOf(outcome, year);
              const { determined, discretionary } = sums;
              const y = row * band + at * BAR;
              const [first, second] = [share(determined), share(discretionary)];
              return (
                <g key={outcome.rule.id} data-policy={outcome.rule.id}>
                  {determined > 0n && (
                    <rect
                      x="12%"
                      y={y + 3}
                      width={`${first}%`}
                      height={BAR - 7}
                      className="axis-force"
                      fill={`url(#${id}-${outcome.rule.id})`}
                    />
                  )}
                  {discretionary > 0n && (
                    <rect
                      x={`${12 + first}%`}
                      y={y + 3}
                      width={`${second}%`}
                      height={BAR - 7}
                      className="axis-reference"
                    />
                  )}
                  <text x={`${13 + first + second}%`} y={y + 15} className="years-sum">
                    {outcome.rule.mark.seal} {wordSums(sums)}
                  </text>
                </g>
              );
            })}
          </g>
        ))}
      </svg>
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
