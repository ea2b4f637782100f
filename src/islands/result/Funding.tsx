import { roundHalfUp } from '../../domain/rate.ts';
import { wordMoney, wordPercent } from '../../explain/index.ts';
import { siteHref } from '../base.ts';
import type { PolicyOutcome } from '../calculator/calculate.ts';

/** Who pays what part of the sum; the applicant's sum is the same. */
export function Funding({ outcome: { rule, result } }: { outcome: PolicyOutcome }) {
  const { funding } = rule;
  const sum = result.determined + result.discretionary;
  if (!funding) return <p>资金由谁承担：条文未写。</p>;
  return (
    <p>
      <a href={siteHref(`/${funding.clause}/`)} title={funding.quote}>
        {funding.label}
      </a>
      ：由{shares(funding.shares, sum).join('、')}承担
    </p>
  );
}

/** Shares in 分 that add up to the sum: the last takes what rounding leaves. */
function shares(parts: readonly { party: string; ppm: number }[], sum: bigint): string[] {
  let left = sum;
  return parts.map(({ party, ppm }, at) => {
    const part = at === parts.length - 1 ? left : roundHalfUp(sum * BigInt(ppm));
    left -= part;
    return `${party} ${wordPercent(ppm)}（${wordMoney(part)}）`;
  });
}
