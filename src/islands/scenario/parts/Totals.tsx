import { wordMoney } from '../../../explain/index.ts';
import { BY_READING, DETERMINED, DISCRETIONARY } from '../../../explain/words.ts';
import { Seal } from '../../result/Seal.tsx';
import type { PolicyOutcome } from '../../calculator/calculate.ts';

/** What each policy gives in all. 可算得 and 最高可至 are never added up. */
export function Totals({ outcomes }: { outcomes: readonly PolicyOutcome[] }) {
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
          <dl className="calc-sums">
            <div data-sum="determined">
              <dt>{DETERMINED}</dt>
              <dd>{wordMoney(result.determined)}</dd>
            </div>
            {result.discretionary > 0n && (
              <div data-sum="discretionary">
                <dt>另有，{DISCRETIONARY}</dt>
                <dd>{wordMoney(result.discretionary)}</dd>
              </div>
            )}
          </dl>
          {range.min !== range.max && (
            <p className="calc-range">
              {BY_READING}：{wordMoney(range.min)} 至 {wordMoney(range.max)}
            </p>
          )}
          {result.pending.length > 0 && <p className="calc-limit">{result.pending.length} 个项目尚待填写，未计入</p>}
        </section>
      ))}
    </div>
  );
}
