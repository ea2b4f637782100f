import { inQuotes } from '../domain/text.ts';
import type { Step } from '../engine/steps.ts';
import { explainChoice } from './choice.ts';
import { wordExact, wordMoney, wordPercent, wordRatio } from './money.ts';
import { cite, DISCRETIONARY, UNLIMITED, wordUnit } from './words.ts';

/** One line of an explanation, with the steps that it tells. */
export interface Line {
  text: string;
  steps: readonly Step[];
}

/** The trace as prose. A formula and the limit on it make one line, every other step its own. */
export function explainSteps(steps: readonly Step[]): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps[at] as Step;
    const next = steps[at + 1];
    const isFormula = step.kind === 'share' || step.kind === 'match';
    if (isFormula && next?.kind === 'own-limit') {
      lines.push({ text: cite(step.sources, `${explainDetail(step)}，${explainDetail(next)}`), steps: [step, next] });
      at += 1;
    } else {
      // A choice names the other clauses itself.
      const sources = step.kind === 'choice' ? [] : step.sources;
      lines.push({ text: cite(sources, explainDetail(step)), steps: [step] });
    }
  }
  return lines;
}

/** One step without its place. */
export function explainDetail(step: Step): string {
  switch (step.kind) {
    case 'reading':
      return `口径${inQuotes(step.reading.title)}取${inQuotes(step.option.label)}`;
    case 'threshold':
      return `${step.figure.label} ${wordMoney(step.figure.sum)}，达到 ${wordMoney(step.min)}的门槛`;
    case 'instalment':
      return `第 ${step.nth} 年（${step.year} 年）${step.max === null ? '' : `，最多支持 ${step.max} 年`}`;
    case 'share':
      return `${step.base.label} ${wordMoney(step.base.sum)} × ${wordPercent(step.rate)} = ${wordExact(step.to)}`;
    case 'match':
      return `${step.base.label} ${wordMoney(step.base.sum)}，按 ${wordRatio(step.ratio)} 配套 = ${wordExact(step.to)}`;
    case 'joint-ceiling':
      return explainJointCeiling(step);
    case 'own-limit':
      return explainLimit(step, `${wordUnit(step.sources)} ${wordMoney(step.max)}的上限`.trim());
    case 'unlimited':
      return UNLIMITED;
    case 'fixed':
      return `定额 ${wordMoney(step.sum)}`;
    case 'ceiling':
      return explainCeiling(step);
    case 'rounding':
      return `四舍五入到分，计 ${wordExact(step.to)}`;
    case 'choice':
      return explainChoice(step);
    case 'annual-cap':
      return explainAnnualCap(step);
  }
}

type Of<K extends Step['kind']> = Step & { kind: K };

function explainLimit({ bit, to }: { bit: boolean; to: bigint }, limit: string): string {
  return bit ? `超过${space(limit)}，计 ${wordExact(to)}` : `未超过${space(limit)}`;
}

/** A space before a digit, none before a Chinese character. */
function space(words: string): string {
  return /^\d/.test(words) ? ` ${words}` : words;
}

function explainJointCeiling(step: Of<'joint-ceiling'>): string {
  const ceiling = `市区两级合计不超过${step.of.label} ${wordMoney(step.of.sum)} × ${wordPercent(step.rate)} = ${wordExact(step.ceiling)}`;
  const room = `${ceiling}，市级已给 ${wordMoney(step.base.sum)}，区级至多 ${wordExact(step.room)}`;
  return step.bit ? `${room}，计 ${wordExact(step.to)}` : `${room}，未超过`;
}

function explainCeiling(step: Of<'ceiling'>): string {
  const max = step.max === null ? null : wordMoney(step.max);
  if (step.base === null || step.rate === null || step.product === null) {
    return `条文只规定上限 ${max ?? ''}，${DISCRETIONARY} ${wordExact(step.to)}`;
  }
  const share = `不超过${step.base.label} ${wordMoney(step.base.sum)} × ${wordPercent(step.rate)} = ${wordExact(step.product)}`;
  const both = max === null ? share : `${share}，且最高 ${max}`;
  return `${both}，${DISCRETIONARY} ${wordExact(step.to)}`;
}

function explainAnnualCap(step: Of<'annual-cap'>): string {
  const pooled =
    step.pooledWith.length === 0 ? '' : `（与${step.pooledWith.map((one) => one.clauseLabel).join('、')}合用）`;
  // an earlier version may have allowed more than this one
  const known = step.max - step.left;
  const spent = step.elsewhere !== undefined && step.elsewhere > known ? step.elsewhere : known;
  const earlier = step.elsewhere === undefined ? '' : `（含按本条其他版本已得的 ${wordMoney(step.elsewhere)}）`;
  const left = spent === 0n ? '' : `，已用 ${wordMoney(spent)}${earlier}，余 ${wordMoney(step.left)}`;
  const cap = `${step.year} 年累计上限 ${wordMoney(step.max)}${pooled}${left}`;
  return step.bit ? `${cap}，超过，计 ${wordExact(step.to)}` : `${cap}，未超过`;
}
