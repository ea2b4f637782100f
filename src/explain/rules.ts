import type { AmountRule, AwardRule, CapRule, MatterRule } from '../model/rulebook.ts';
import { wordMoney, wordPercent, wordRatio } from './money.ts';
import { BY_READING, DISCRETIONARY, UNLIMITED, wordUnit } from './words.ts';

/** How the text words a yearly cap: 累计 only where it counts an enterprise's awards together. */
const YEARLY: Record<CapRule['per'], string> = { enterprise: '每年累计最高', applicant: '每年最高' };

/** Before the sum of a yearly cap: "每个企业每年累计最高". */
export function wordYearlyCap({ per }: CapRule): string {
  return `${per === 'enterprise' ? '每个企业' : ''}${YEARLY[per]}`;
}

/** "每年累计最高 200 万元" */
export function wordYearlyLimit({ per, max }: CapRule): string {
  return `${YEARLY[per]} ${wordMoney(BigInt(max))}`;
}

/** Who is paid, where the text says so: "支付给受托方". */
export function wordPayee({ label }: NonNullable<AwardRule['payee']>): string {
  return `支付给${label}`;
}

/** "按研发投入的 20%，最高 50 万元": the rule of an award in one line, annual caps included. */
export function summariseAward(award: AwardRule, matter: MatterRule, caps: readonly CapRule[]): string {
  const own = summariseAmount(award.amount, matter, wordUnit(award.sources));
  const annual = award.caps.flatMap(({ cap }) => caps.filter((one) => one.ref === cap));
  const limits = [...summariseInstalments(award), ...annual.map(wordYearlyLimit)];
  const unlimited = annual.length === 0 && isUnlimited(award.amount) ? [UNLIMITED] : [];
  // The line tells the award's own amount and all its caps; some of it may hold under some readings only.
  const varies =
    award.alternatives.length > 0 || award.caps.some((one) => one.reading.length > 0) ? `（${BY_READING}）` : '';
  return [own, ...limits, ...unlimited].join('，') + varies;
}

/** The amount alone. @param unit "每个品种" or nothing */
export function summariseAmount(amount: AmountRule, matter: MatterRule, unit = ''): string {
  const label = (fact: string): string => matter.facts.find((one) => one.name === fact)?.label ?? fact;
  const most = (max: number | null): string => (max === null ? '' : `，${unit}最高 ${wordMoney(BigInt(max))}`);
  switch (amount.kind) {
    case 'share':
      return `按${label(amount.of)}的 ${wordPercent(amount.rate)}${most(amount.max)}`;
    case 'match': {
      const { jointCeiling: joint } = amount;
      const together = joint ? `，市区两级合计不超过${label(joint.of)}的 ${wordPercent(joint.rate)}` : '';
      return `按${label(amount.of)} ${wordRatio(amount.ratio)} 配套${together}${most(amount.max)}`;
    }
    case 'fixed':
      return `${unit}定额 ${wordMoney(BigInt(amount.sum))}`;
    case 'up-to': {
      const max = amount.max === null ? null : wordMoney(BigInt(amount.max));
      if (amount.of === null || amount.rate === null) return `${unit}${DISCRETIONARY} ${max ?? ''}`;
      const share = `${label(amount.of)}的 ${wordPercent(amount.rate)}`;
      return `${DISCRETIONARY}${share}${max === null ? '' : `，且不超过 ${max}`}`;
    }
  }
}

function summariseInstalments({ instalments }: AwardRule): string[] {
  if (!instalments) return [];
  return [instalments.kind === 'once' ? '一次性' : `最多支持 ${instalments.years} 年`];
}

function isUnlimited(amount: AmountRule): boolean {
  return (amount.kind === 'share' || (amount.kind === 'match' && !amount.jointCeiling)) && amount.max === null;
}
