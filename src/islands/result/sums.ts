import type { PolicyResult, Refusal } from '../../engine/index.ts';
import { wordMoney, wordWindow } from '../../explain/index.ts';
import { DETERMINED, DISCRETIONARY, UNKNOWN } from '../../explain/words.ts';
import type { ReasonRule } from '../../model/rulebook.ts';

export interface Sums {
  determined: bigint | null;
  discretionary: bigint | null;
}

/** What a policy gives, by kind; null where no award is of that kind: what is not known, or not given, is no 0. */
export function sumsOf({ awards, determined, discretionary }: PolicyResult): Sums {
  return {
    determined: awards.some((award) => award.rule.amount.kind !== 'up-to') ? determined : null,
    discretionary: awards.some((award) => award.rule.amount.kind === 'up-to') ? discretionary : null,
  };
}

/** "可算得 50 万元，另最高可至 60 万元", or why nothing. */
export function wordResult(result: PolicyResult, reasons: readonly ReasonRule[]): string {
  const { determined, discretionary } = sumsOf(result);
  if (result.awards.length === 0) return wordNothing(result, reasons);
  const sums = [
    ...(determined === null ? [] : [`${DETERMINED} ${wordMoney(determined)}`]),
    ...(discretionary === null ? [] : [`${DISCRETIONARY} ${wordMoney(discretionary)}`]),
  ].join('，另');
  return result.pending.length === 0 ? sums : `${sums}（${wordOpen(result)}）`;
}

/** Why there is no award: answers are missing, else every reason once. */
export function wordNothing({ pending, refused }: PolicyResult, reasons: readonly ReasonRule[]): string {
  if (pending.length > 0) return UNKNOWN;
  return [...new Set(refused.map((one) => labelOf(one, reasons)))].join('、');
}

/** "1 个项目尚待填写，未计入". */
export function wordOpen({ pending }: PolicyResult): string {
  return `${pending.length} 个项目${UNKNOWN}，未计入`;
}

/** "不在有效期内（2026年1月1日至2027年12月31日）": every reason once, with the days where it is one of days. */
export function wordReasons(refused: readonly Refusal[], reasons: readonly ReasonRule[]): string {
  const words = refused.map((one) => {
    const window = wordWindow(one);
    return `${labelOf(one, reasons)}${window === null ? '' : `（${window}）`}`;
  });
  return [...new Set(words)].join('、');
}

/** Projects that get nothing: a refusal may also stand beside awards, for the years that are not paid. */
export function refusedWhole({ awards, refused }: PolicyResult): Refusal[] {
  const paid = new Set(awards.map(({ project }) => project));
  return refused.filter(({ project }) => !paid.has(project));
}

export function labelOf({ reason }: Refusal, reasons: readonly ReasonRule[]): string {
  return reasons.find(({ id }) => id === reason)?.label ?? reason;
}
