import { explainAfterEnd, wordMoney } from '../../../explain/index.ts';
import { BY_READING } from '../../../explain/words.ts';
import type { PolicyResult } from '../../../engine/index.ts';
import type { ReasonRule } from '../../../model/rulebook.ts';
import type { PolicyOutcome } from '../../calculator/calculate.ts';
import { ConditionCount } from '../../result/Conditions.tsx';
import { Seal } from '../../result/Seal.tsx';
import { SumsList } from '../../result/SumsList.tsx';
import { refusedWhole, wordNothing, wordOpen, wordReasons } from '../../result/sums.ts';

export interface TotalsProps {
  outcomes: readonly PolicyOutcome[];
  reasons: readonly ReasonRule[];
}

/** What each policy gives in all, or why it gives nothing; and what the sum leaves out. */
export function Totals({ outcomes, reasons }: TotalsProps) {
  return (
    <div className="calc-answers">
      {outcomes.map(({ rule, result, range }) => (
        <section
          key={rule.id}
          className="calc-answer"
          data-policy={rule.id}
          data-total={rule.id}
          aria-label={rule.shortTitle}
        >
          <h3>
            <Seal policy={rule} /> {rule.shortTitle}
          </h3>
          <SumsList result={result} />
          {result.awards.length === 0 && <p className="calc-none">{wordNothing(result, reasons)}</p>}
          {range.min !== range.max && (
            <p className="calc-range">
              {BY_READING}：{wordMoney(range.min)} 至 {wordMoney(range.max)}
            </p>
          )}
          <ConditionCount awards={result.awards} place="#by-project" />
          {[explainAfterEnd(result.awards, rule.validity) ?? [], listLeftOut(result, reasons)].flat().map((words) => (
            <p key={words} className="calc-limit">
              {words}
            </p>
          ))}
        </section>
      ))}
    </div>
  );
}

/** Projects that the sum does not count, and why. */
function listLeftOut(result: PolicyResult, reasons: readonly ReasonRule[]): string[] {
  const refused = refusedWhole(result);
  const why = wordReasons(refused, reasons);
  const alone = result.awards.length === 0 && result.pending.length === 0;
  return [
    ...(result.pending.length > 0 && result.awards.length + refused.length > 0 ? [wordOpen(result)] : []),
    // said above already, unless there is more to say
    ...(refused.length > 0 && !(alone && why === wordNothing(result, reasons))
      ? [`${refused.length} 个项目没有支持：${why}`]
      : []),
  ];
}
