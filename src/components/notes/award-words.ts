import { wordMoney, wordPercent, wordRatio } from '../../explain/money.ts';
import { UNLIMITED, wordUnit } from '../../explain/words.ts';
import type { AmountRule, AwardRule, MatterRule } from '../../model/rulebook.ts';

/** A figure set large, with the small words before and after it. */
export interface BigFigure {
  before: string;
  figure: string;
  after: string;
}

/** The terms of an award, cut where a note sets one part large and another small. */
export interface AwardWords {
  /** "20%（研发投入）", "每个品种最高 50 万元" */
  figures: BigFigure[];
  /** "市区两级合计不超过研发投入的 50%", "一次性", "最多支持 3 年", "未规定上限" */
  more: string[];
}

export function awardWords(award: AwardRule, amount: AmountRule, matter: MatterRule): AwardWords {
  const label = (fact: string): string => matter.facts.find((one) => one.name === fact)?.label ?? fact;
  const unit = wordUnit(award.sources);
  const most = (max: number | null): BigFigure[] =>
    max === null ? [] : [{ before: `${unit}最高`, figure: wordMoney(BigInt(max)), after: '' }];
  const paid = instalmentWords(award);
  // an annual cap is a limit too, with a note of its own
  const open = amount.kind !== 'fixed' && amount.max === null && award.caps.length === 0 ? [UNLIMITED] : [];
  switch (amount.kind) {
    case 'share': {
      const rate = { before: '', figure: wordPercent(amount.rate), after: label(amount.of) };
      return { figures: [rate, ...most(amount.max)], more: [...open, ...paid] };
    }
    case 'match': {
      const joint = amount.jointCeiling;
      const together = joint ? [`市区两级合计不超过${label(joint.of)}的 ${wordPercent(joint.rate)}`] : open;
      const ratio = { before: '配套', figure: wordRatio(amount.ratio), after: label(amount.of) };
      return { figures: [ratio, ...most(amount.max)], more: [...together, ...paid] };
    }
    case 'fixed':
      return { figures: [{ before: `${unit}定额`, figure: wordMoney(BigInt(amount.sum)), after: '' }], more: paid };
    case 'up-to': {
      const share =
        amount.of !== null && amount.rate !== null ? [`不超过${label(amount.of)}的 ${wordPercent(amount.rate)}`] : [];
      return { figures: most(amount.max), more: [...share, '酌定', ...paid] };
    }
  }
}

function instalmentWords({ instalments }: AwardRule): string[] {
  if (!instalments) return [];
  return [instalments.kind === 'once' ? '一次性' : `最多支持 ${instalments.years} 年`];
}

/** The shortest form, for tables, with every limit: "20%，最高 50 万元", "配套 1:1，合计不超过 50%", "不超过 30%，最高 100 万元". */
export function shortTerms(award: AwardRule, matter: MatterRule): string {
  const { amount } = award;
  const figures = awardWords(award, amount, matter).figures.map(
    ({ before, figure }) => `${/最高$/.test(before) ? '最高 ' : before === '配套' ? '配套 ' : ''}${figure}`,
  );
  const share = amount.kind === 'up-to' && amount.rate !== null ? [`不超过 ${wordPercent(amount.rate)}`] : [];
  const joint = amount.kind === 'match' ? amount.jointCeiling : null;
  return [...share, ...figures, ...(joint ? [`合计不超过 ${wordPercent(joint.rate)}`] : [])].join('，');
}
