import type { FigureValue } from '../domain/figures.ts';
import type { PolicyNode } from '../model/node.ts';
import type { DraftAmount, DraftAward } from '../schemas/draft-award.ts';
import type { ClaimLedger } from './claims.ts';
import type { Fault } from './fault.ts';
import { figuresOfAmount, matchFigures, money } from './figures-match.ts';
import { fault, within, type Place, type QuoteFinder } from './quotes.ts';

interface DraftContext {
  finder: QuoteFinder;
  ledger: ClaimLedger;
  faults: Fault[];
}

/**
 * A candidate award: its words stand in the text and its figures are theirs, and that is all that is held against it.
 * It makes no rule. One fault says what is left to do; its figures are accounted for, so that they are not told twice.
 */
export function checkDraftAward(
  { title, amount, quote, instalments }: DraftAward,
  node: PolicyNode,
  place: Place,
  { finder, ledger, faults }: DraftContext,
): void {
  const located = finder.locate(quote, node.id, within(place, 'quote'));
  if (amount.kind !== 'unclear') matchFigures(figuresOfDraft(amount), located, within(place, 'amount'), faults);
  ledger.exempt(located);
  if (instalments) ledger.exempt(finder.locate(instalments.quote, node.id, within(place, 'instalments', 'quote')));
  const words = located.flatMap(({ figures }) => figures.map((figure) => figure.words.replace(/\s/g, ''))).join('、');
  faults.push(fault(place, `候选扶持项“${title}”（${words}）还没有核对`, REMEDIES[amount.kind]));
}

const COMPLETE = '补写 matter，删去 draft: true；不是扶持项的，移到 exempt 或 restates';
const REMEDIES: Record<DraftAmount['kind'], string> = {
  share: `对照正文：of 改成事项的事实名，${COMPLETE}`,
  match: `对照正文：of 改成事项的事实名，${COMPLETE}`,
  fixed: `对照正文：${COMPLETE}`,
  'up-to': `对照正文：有 of 的改成事项的事实名，${COMPLETE}`,
  'annual-cap': '对照正文：移到 annualCaps，由受它约束的扶持项引用；单项上限写进扶持项的 amount.max',
  threshold: '对照正文：移到扶持项的 threshold；不是门槛的，移到 exempt',
  unclear:
    '对照正文：是扶持项的，写明 amount；不是给钱的数，移到 exempt 并说明原因；分担比例写进 policy.yaml 的 funding',
};

/** The figures of a candidate in the order in which metadata states them. */
export function figuresOfDraft(amount: DraftAmount): FigureValue[] {
  switch (amount.kind) {
    case 'annual-cap':
      return [money(amount.max)];
    case 'threshold':
      return [money(amount.min)];
    case 'unclear':
      return [];
    case 'fixed':
      return figuresOfAmount(amount);
    case 'share':
      return figuresOfAmount({ ...amount, of: amount.of ?? '', max: amount.max ?? null });
    case 'match':
      return figuresOfAmount({
        ...amount,
        of: amount.of ?? '',
        jointCeiling: amount.jointCeiling ? { ...amount.jointCeiling, of: amount.jointCeiling.of ?? '' } : null,
        max: amount.max ?? null,
      });
    case 'up-to':
      return figuresOfAmount({ ...amount, rate: amount.rate ?? null, of: amount.of ?? null, max: amount.max ?? null });
  }
}
