import type { Rival, Step } from '../engine/steps.ts';
import { wordExact, wordMoney } from './money.ts';

/** Why this clause pays where several cover the case. */
export function explainChoice(step: Step & { kind: 'choice' }): string {
  const others = step.others.map(wordRival).filter(Boolean).join('；');
  const missed = step.others.filter(({ outcome }) => outcome.kind === 'refused').map(nameOf);
  const unmet = missed.length > 0 ? `${missed.join('、')}也管这种情形，但其条件不满足` : '';
  if (others === '') return `${unmet}，按本条计 ${wordExact(step.to)}`;
  const tie = step.others.some((one) => one.outcome.kind === 'tie');
  const rule = tie ? '金额相同，按序号在前的一条' : '只享受一次，取较高的一项';
  return [`同一项目还符合${others}`, unmet, `${rule}，计 ${wordExact(step.to)}`].filter(Boolean).join('；');
}

function wordRival(rival: Rival): string {
  return rival.outcome.kind === 'refused' ? '' : `${nameOf(rival)}（${wordMoney(rival.outcome.sum)}）`;
}

function nameOf({ clauseLabel, title }: Rival): string {
  return `${clauseLabel}“${title}”`;
}
