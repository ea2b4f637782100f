import type { Rival, Step } from '../engine/steps.ts';
import { wordExact, wordMoney } from './money.ts';

/** Why this clause pays where several cover the case. */
export function explainChoice(step: Step & { kind: 'choice' }): string {
  const others = step.others.map(wordRival).join('；');
  const tie = step.others.some((one) => one.outcome.kind === 'tie');
  const paid = step.others.some((one) => one.outcome.kind !== 'refused');
  if (!paid) return `同一项目还符合${others}，按本条计 ${wordExact(step.to)}`;
  const rule = tie ? '金额相同，按序号在前的一条' : '只享受一次，取较高的一项';
  return `同一项目还符合${others}；${rule}，计 ${wordExact(step.to)}`;
}

function wordRival({ clauseLabel, title, outcome }: Rival): string {
  const name = `${clauseLabel}“${title}”`;
  return outcome.kind === 'refused' ? `${name}（不满足其条件）` : `${name}（${wordMoney(outcome.sum)}）`;
}
