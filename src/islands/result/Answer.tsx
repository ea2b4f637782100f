import { explainAfterEnd, explainBindingLimits, explainPending, wordMoney, wordWindow } from '../../explain/index.ts';
import { BY_READING } from '../../explain/words.ts';
import type { MatterRule, ReasonRule } from '../../model/rulebook.ts';
import { siteHref } from '../base.ts';
import type { PolicyOutcome } from '../calculator/calculate.ts';
import { Conditions } from './Conditions.tsx';
import { Seal } from './Seal.tsx';
import { SumsList } from './SumsList.tsx';
import { labelOf } from './sums.ts';

export interface AnswerProps {
  outcome: PolicyOutcome;
  matter: MatterRule;
  reasons: readonly ReasonRule[];
  /** some reading changes something, be it not the sum; may lag behind the sum that is being typed */
  doubtful: boolean;
}

/** The short answer of one policy: the sum, what held it down, the clause; or why there is none. */
export function Answer({ outcome, matter, reasons, doubtful }: AnswerProps) {
  const { rule, result, range } = outcome;
  const [award] = result.awards;
  const [pending] = result.pending;
  const refusal = award ? undefined : result.refused[0];
  const after = explainAfterEnd(result.awards, rule.validity);
  const window = refusal ? wordWindow(refusal) : null;
  return (
    <section className="calc-answer" data-policy={rule.id} aria-label={rule.shortTitle}>
      <h3>
        <Seal policy={rule} /> {rule.shortTitle}
      </h3>
      <SumsList result={result} />
      {explainBindingLimits(result.awards).map((words) => (
        <p key={words} className="calc-limit">
          {words}
        </p>
      ))}
      {after !== null && <p className="calc-limit">{after}</p>}
      {pending && <p className="calc-none">{explainPending(pending, matter)}</p>}
      {refusal && <p className="calc-none">{labelOf(refusal, reasons)}</p>}
      {window !== null && <p className="calc-limit">有效期：{window}</p>}
      {range.min !== range.max && (
        <p className="calc-range">
          {BY_READING}：{wordMoney(range.min)} 至 {wordMoney(range.max)}
        </p>
      )}
      {range.min === range.max && doubtful && <p className="calc-range">{BY_READING}</p>}
      <Clause outcome={outcome} />
      <Conditions awards={result.awards} />
    </section>
  );
}

function Clause({ outcome: { result } }: { outcome: PolicyOutcome }) {
  const rule = (result.awards[0] ?? result.refused[0])?.rule;
  if (!rule) return null;
  return (
    <p className="calc-clause">
      <a href={siteHref(rule.clauseUrl)}>{rule.clauseLabel}</a> {rule.title}
    </p>
  );
}
