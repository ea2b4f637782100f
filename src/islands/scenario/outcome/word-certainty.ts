import { inQuotes } from '../../../domain/text.ts';
import { wordMoney } from '../../../explain/index.ts';
import { DETERMINED, DISCRETIONARY, UNKNOWN, wordHigher } from '../../../explain/words.ts';
import type { PolicyRule, RuleBook } from '../../../model/rulebook.ts';
import type { Certainty, PolicySums } from './certainty.ts';

/** The verdict in one sentence. */
export function wordCertainty(certainty: Certainty, rules: RuleBook): string {
  const name = districtNames(rules.policies);
  const higher = wordHigher(rules.policies.length);
  switch (certainty.kind) {
    case 'unknown':
      return `${UNKNOWN}：填好后才能比较高低`;
    case 'nothing':
      return '所填的项目，各区都没有支持';
    case 'at-most': {
      const sums = certainty.givers.map(({ policy, sum }) => `${name(policy)}${DISCRETIONARY} ${wordMoney(sum)}`);
      const [only] = certainty.givers;
      return certainty.givers.length === 1 && only
        ? `只有${name(only.policy)}有支持：${DISCRETIONARY} ${wordMoney(only.sum)}`
        : `只写了上限，由主管部门酌定：${sums.join('，')}`;
    }
    case 'ceiling':
      return `${certainty.among.map((one) => name(one.policy) + wordSums(one)).join('；')}，不能直接比高低`;
    case 'only':
      return `只有${name(certainty.policy)}有支持`;
    case 'equal':
      return '在全部口径下各区相同';
    case 'always':
      return `在全部口径下${name(certainty.policy)}均${higher}`;
    case 'depends': {
      const now =
        certainty.now.length === 0 ? '按现在的口径相同' : `按现在的口径${certainty.now.map(name).join('、')}${higher}`;
      const readings = certainty.readings
        .map(({ policy, reading }) => `${name(policy)}${inQuotes(reading.title)}`)
        .join('、');
      return readings === '' ? now : `${now}，取决于：${readings}`;
    }
  }
}

/** "可算得 530 万元", "条文只写上限（最高可至 630 万元）", or both. */
function wordSums({ determined, discretionary }: PolicySums): string {
  const most = discretionary === null ? '' : `（${DISCRETIONARY} ${wordMoney(discretionary)}）`;
  if (determined === null) return `条文只写上限${most}`;
  return `${DETERMINED} ${wordMoney(determined)}${most === '' ? '' : `，其余条文只写上限${most}`}`;
}

/** By the district, as people say it; by the policy where a district has several. */
export function districtNames(policies: readonly PolicyRule[]): (id: string) => string {
  const districts = policies.map(({ district }) => district);
  return (id) => {
    const policy = policies.find((one) => one.id === id);
    if (!policy) return id;
    return districts.filter((one) => one === policy.district).length > 1 ? `“${policy.shortTitle}”` : policy.district;
  };
}
