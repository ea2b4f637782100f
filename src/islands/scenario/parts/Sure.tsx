import { memo } from 'react';
import { wordHigher } from '../../../explain/words.ts';
import type { RuleBook } from '../../../model/rulebook.ts';
import { judgeCertainty, type Certainty } from '../outcome/certainty.ts';
import type { PolicyOutcome } from '../../calculator/calculate.ts';

export interface SureProps {
  rules: RuleBook;
  outcomes: readonly PolicyOutcome[];
}

/** Whether the better district stays the same under every reading. */
export const Sure = memo(function Sure({ rules, outcomes }: SureProps) {
  return (
    <p className="sure" data-certainty>
      <b>{wordCertainty(judgeCertainty(outcomes), rules)}</b>
      <small>
        只比可算得的部分。
        {outcomes.some(({ result }) => result.discretionary > 0n) && '最高可至的部分由主管部门酌定，不计入比较。'}
      </small>
    </p>
  );
});

export function wordCertainty(certainty: Certainty, rules: RuleBook): string {
  const districts = rules.policies.map(({ district }) => district);
  // by the district, as people say it; by the policy where a district has several
  const name = (id: string): string => {
    const policy = rules.policies.find((one) => one.id === id);
    if (!policy) return id;
    return districts.filter((one) => one === policy.district).length > 1 ? `“${policy.shortTitle}”` : policy.district;
  };
  const higher = wordHigher(rules.policies.length);
  switch (certainty.kind) {
    case 'nothing':
      return '没有可算得的支持，无从比较高低';
    case 'equal':
      return '在全部口径下各区相同';
    case 'always':
      return `在全部口径下${name(certainty.policy)}均${higher}`;
    case 'depends': {
      const now =
        certainty.now.length === 0 ? '按现在的口径相同' : `按现在的口径${certainty.now.map(name).join('、')}${higher}`;
      const readings = certainty.readings.map(({ policy, reading }) => `${name(policy)}“${reading.title}”`).join('、');
      return readings === '' ? now : `${now}，取决于：${readings}`;
    }
  }
}
