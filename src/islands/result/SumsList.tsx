import type { PolicyResult } from '../../engine/index.ts';
import { wordMoney } from '../../explain/index.ts';
import { DETERMINED, DISCRETIONARY } from '../../explain/words.ts';
import { sumsOf } from './sums.ts';

/** 可算得 and 最高可至, each only where an award is of its kind. They are never added up. */
export function SumsList({ result }: { result: PolicyResult }) {
  const { determined, discretionary } = sumsOf(result);
  if (determined === null && discretionary === null) return null;
  return (
    <dl className="calc-sums">
      {determined !== null && (
        <div data-sum="determined">
          <dt>{DETERMINED}</dt>
          <dd>{wordMoney(determined)}</dd>
        </div>
      )}
      {discretionary !== null && (
        <div data-sum="discretionary">
          <dt>{determined === null ? DISCRETIONARY : `另有，${DISCRETIONARY}`}</dt>
          <dd>{wordMoney(discretionary)}</dd>
        </div>
      )}
    </dl>
  );
}
