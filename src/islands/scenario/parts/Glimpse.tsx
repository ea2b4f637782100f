import { wordMoney } from '../../../explain/index.ts';
import type { PolicyOutcome } from '../../calculator/calculate.ts';
import { Seal } from '../../result/Seal.tsx';

/** On a phone the sums stay in view while the visitor fills in; a tap leads to the whole answer. */
export function Glimpse({ outcomes }: { outcomes: readonly PolicyOutcome[] }) {
  return (
    <a className="glimpse" href="#answers">
      <span className="hidden">看结果：</span>
      {outcomes.map(({ rule, result }) => (
        <span key={rule.id} data-policy={rule.id}>
          <Seal policy={rule} /> {wordMoney(result.determined)}
          {result.discretionary > 0n && <small>＋至多 {wordMoney(result.discretionary)}</small>}
        </span>
      ))}
    </a>
  );
}
