import { explainBindingLimit, explainPending, wordMoney } from '../../explain/index.ts';
import { BY_READING, DETERMINED, DISCRETIONARY } from '../../explain/words.ts';
import type { MatterRule, ReasonRule } from '../../model/rulebook.ts';
import { siteHref } from '../base.ts';
import type { PolicyOutcome } from '../calculator/calculate.ts';
import { Seal } from './Seal.tsx';

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
  return (
    <section className="calc-answer" data-policy={rule.id} aria-label={rule.shortTitle}>
      <h3>
        <Seal policy={rule} /> {rule.shortTitle}
      </h3>
      {award && <Sums outcome={outcome} />}
      {award && <p className="calc-limit">{explainBindingLimit(award.steps).text}</p>}
      {pending && <p className="calc-none">{explainPending(pending, matter)}</p>}
      {refusal && (
        <p className="calc-none">{reasons.find(({ id }) => id === refusal.reason)?.label ?? refusal.reason}</p>
      )}
      {range.min !== range.max && (
        <p className="calc-range">
          {BY_READING}：{wordMoney(range.min)} 至 {wordMoney(range.max)}
        </p>
      )}
      {range.min === range.max && doubtful && <p className="calc-range">{BY_READING}</p>}
      <Clause outcome={outcome} />
    </section>
  );
}

/** 可算得 and 最高可至 are never added up. */
function Sums({ outcome: { result } }: { outcome: PolicyOutcome }) {
  const computed = result.awards.some((award) => award.rule.amount.kind !== 'up-to');
  const atMost = result.awards.some((award) => award.rule.amount.kind === 'up-to');
  return (
    <dl className="calc-sums">
      {computed && (
        <div data-sum="determined">
          <dt>{DETERMINED}</dt>
          <dd>{wordMoney(result.determined)}</dd>
        </div>
      )}
      {atMost && (
        <div data-sum="discretionary">
          <dt>{DISCRETIONARY}</dt>
          <dd>{wordMoney(result.discretionary)}</dd>
        </div>
      )}
    </dl>
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
