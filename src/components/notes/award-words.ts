import { wordMoney, wordPercent, wordRatio } from '../../explain/money.ts';
import { UNLIMITED, wordUnit } from '../../explain/words.ts';
import type { AmountRule, AwardRule, MatterRule } from '../../model/rulebook.ts';

/** The terms of an award, cut where a note sets one part large and another small. */
export interface AwardWords {
  /** the rate, ratio or sum: "20%", "1:0.5", "20 万元", "最高 100 万元" */
  figure: string;
  /** what it is of: "研发投入"; empty for a sum */
  of: string;
  /** "每个品种最高 50 万元", "未规定上限"; empty where the figure says it all */
  limit: string;
  /** "市区两级合计不超过研发投入的 50%", "一次性", "最多支持 3 年" */
  more: string[];
}

export function awardWords(award: AwardRule, amount: AmountRule, matter: MatterRule): AwardWords {
  const label = (fact: string): string => matter.facts.find((one) => one.name === fact)?.label ?? fact;
  const unit = wordUnit(award.sources);
  const most = (max: number | null): string =>
    max !== null ? `${unit}最高 ${wordMoney(BigInt(max))}` : award.caps.length > 0 ? '' : UNLIMITED;
  const paid = instalmentWords(award);
  switch (amount.kind) {
    case 'share':
      return { figure: wordPercent(amount.rate), of: label(amount.of), limit: most(amount.max), more: paid };
    case 'match': {
      const joint = amount.jointCeiling;
      const together = joint ? [`市区两级合计不超过${label(joint.of)}的 ${wordPercent(joint.rate)}`] : [];
      const limit = amount.max === null && joint ? '' : most(amount.max);
      return { figure: wordRatio(amount.ratio), of: `${label(amount.of)}配套`, limit, more: [...together, ...paid] };
    }
    case 'fixed':
      return { figure: wordMoney(BigInt(amount.sum)), of: `${unit}定额`, limit: '', more: paid };
    case 'up-to': {
      const share =
        amount.of !== null && amount.rate !== null ? [`不超过${label(amount.of)}的 ${wordPercent(amount.rate)}`] : [];
      const sum = amount.max === null ? null : `最高 ${wordMoney(BigInt(amount.max))}`;
      return { figure: sum ?? share[0] ?? '', of: `${unit}酌定`, limit: '', more: [...(sum ? share : []), ...paid] };
    }
  }
}

function instalmentWords({ instalments }: AwardRule): string[] {
  if (!instalments) return [];
  return [instalments.kind === 'once' ? '一次性' : `最多支持 ${instalments.years} 年`];
}

/** The shortest form, for a table of contents: "20%，最高 50 万元". */
export function shortTerms(words: AwardWords): string {
  const rate = words.of.endsWith('定额') || words.of.endsWith('酌定') ? '' : words.of.endsWith('配套') ? '配套 ' : '';
  return [rate + words.figure, words.limit.replace(/^每个(?:品种|项目)/, '')].filter(Boolean).join('，');
}
