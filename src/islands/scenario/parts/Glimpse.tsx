import { wordMoney } from '../../../explain/index.ts';
import { DISCRETIONARY } from '../../../explain/words.ts';
import type { ReasonRule } from '../../../model/rulebook.ts';
import type { PolicyOutcome } from '../../calculator/calculate.ts';
import { Seal } from '../../result/Seal.tsx';
import { sumsOf, wordNothing } from '../../result/sums.ts';

export interface GlimpseProps {
  outcomes: readonly PolicyOutcome[];
  reasons: readonly ReasonRule[];
}

/** On a phone the sums stay in view while the visitor fills in; a tap leads to the whole answer. */
export function Glimpse({ outcomes, reasons }: GlimpseProps) {
  return (
    <a className="glimpse" href="#answers">
      <span className="hidden">看结果：</span>
      {outcomes.map((outcome) => (
        <span key={outcome.rule.id} data-policy={outcome.rule.id}>
          <Seal policy={outcome.rule} /> <Short outcome={outcome} reasons={reasons} />
        </span>
      ))}
    </a>
  );
}

function Short({ outcome: { result }, reasons }: { outcome: PolicyOutcome; reasons: readonly ReasonRule[] }) {
  const { determined, discretionary } = sumsOf(result);
  if (determined === null) {
    return discretionary === null ? wordNothing(result, reasons) : `${DISCRETIONARY} ${wordMoney(discretionary)}`;
  }
  return (
    <>
      {wordMoney(determined)}
      {discretionary !== null && (
        <small>
          另{DISCRETIONARY} {wordMoney(discretionary)}
        </small>
      )}
    </>
  );
}
