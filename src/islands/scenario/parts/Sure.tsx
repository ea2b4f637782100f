import { memo } from 'react';
import type { RuleBook } from '../../../model/rulebook.ts';
import type { PolicyOutcome } from '../../calculator/calculate.ts';
import { wordReasons } from '../../result/sums.ts';
import { judgeCertainty } from '../outcome/certainty.ts';
import { districtNames, wordCertainty } from '../outcome/word-certainty.ts';

export interface SureProps {
  rules: RuleBook;
  outcomes: readonly PolicyOutcome[];
}

/** Whether the better district stays the same under every reading, and why a district has nothing to compare. */
export const Sure = memo(function Sure({ rules, outcomes }: SureProps) {
  const name = districtNames(rules.policies);
  const without = outcomes.filter(({ result }) => result.awards.length === 0 && result.pending.length === 0);
  const open = outcomes.some(({ result }) => result.pending.length > 0);
  const certainty = judgeCertainty(outcomes);
  const compared = certainty.kind === 'equal' || certainty.kind === 'always' || certainty.kind === 'depends';
  return (
    <div className="sure" data-certainty>
      <b>{wordCertainty(certainty, rules)}</b>
      {without.map(({ rule, result }) => (
        <p key={rule.id} data-policy={rule.id}>
          {name(rule.id)}：{wordReasons(result.refused, rules.reasons)}
        </p>
      ))}
      {certainty.kind === 'ceiling' && <small>最高可至的部分由主管部门酌定{open && '，尚待填写的项目未计入'}。</small>}
      {compared && (
        <small>
          只比可算得的部分{open && '，尚待填写的项目未计入'}。
          {outcomes.some(({ result }) => result.discretionary > 0n) && '最高可至的部分由主管部门酌定，不计入比较。'}
        </small>
      )}
    </div>
  );
});
