import { findFragment } from '../domain/text.ts';
import type { RequirementRule } from '../model/rulebook.ts';
import type { Award } from '../schemas/award.ts';
import type { Condition } from '../schemas/clause.ts';
import type { Fault } from './fault.ts';
import { fault, within, type Place } from './quotes.ts';
import type { ClauseFile } from './read-clause.ts';

/** Conditions of a clause that stand with one of its awards, with their place in the metadata. */
export function conditionsWith(award: string, conditions: readonly Condition[]): { one: Condition; at: number }[] {
  return conditions
    .map((one, at) => ({ one, at }))
    .filter(({ one }) => one.awards === undefined || one.awards.includes(award));
}

/** A condition names awards of its clause, each once, and only where it does not stand with all of them. */
export function checkConditionAwards({ file, locate, meta }: ClauseFile, faults: Fault[]): void {
  const known = meta.awards.map(({ id }) => id);
  meta.conditions.forEach(({ awards }, index) => {
    if (!awards) return;
    const path = ['conditions', index, 'awards'];
    const report = (problem: string, remedy: string, ...steps: number[]) =>
      faults.push(fault({ file, locate, path: [...path, ...steps] }, problem, remedy));
    awards.forEach((id, at) => {
      if (!known.includes(id)) report(`本条没有扶持项“${id}”`, `改成其中之一：${known.join('、') || '无'}`, at);
      else if (awards.indexOf(id) !== at) report(`扶持项“${id}”写了两次`, '删去一个', at);
    });
    if (known.length > 0 && known.every((id) => awards.includes(id)))
      report('写全了本条的扶持项，与不写相同', '删去 awards：不写就是都适用');
  });
}

/** The text's own words for a requirement; they stand in its quote. */
export function ownWords(
  { words, quote }: Award['requires'][number],
  place: Place,
  faults: Fault[],
): Pick<RequirementRule, 'words'> {
  if (words === undefined) return {};
  if (!quote.some(({ text }) => findFragment(text, words).length > 0))
    faults.push(fault(within(place, 'words'), `引文里没有“${words}”`, '照引文逐字抄录其中的几个字，或删去 words'));
  return { words };
}
