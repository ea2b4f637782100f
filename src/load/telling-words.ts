import { findFragment } from '../domain/text.ts';
import { piecesOf } from '../model/blocks.ts';
import type { PolicyNode } from '../model/node.ts';
import type { AwardRule } from '../model/rulebook.ts';
import type { ClaimLedger } from './claims.ts';
import type { Fault } from './fault.ts';
import { fault, within, type LocatedQuote, type Place } from './quotes.ts';
import type { ClauseFile } from './read-clause.ts';

/**
 * Words by which official texts tell a rule that no figure states. Each must stand in the quote of such a
 * rule, and wherever a paying clause uses one, the rule must be there.
 */
const ONCE = '一次性';
const OR_MORE = '以上';
const PAYEE = /给予(\S{1,4}?方)/;

/** The words that pay once are accounted for. */
export function coverOnce(located: readonly LocatedQuote[], place: Place, ledger: ClaimLedger, faults: Fault[]): void {
  ledger.cover(located);
  if (located.length === 0 || located.some(({ source }) => source.quote.includes(ONCE))) return;
  faults.push(fault(place, `引文里没有“${ONCE}”`, '引写明只付一次的那句话，或删去 instalments'));
}

/** @param awards those of the clause, each with its place in the metadata */
export function checkTellingWords(
  file: ClauseFile,
  node: PolicyNode,
  awards: readonly { at: number; rule: AwardRule }[],
  ledger: ClaimLedger,
  faults: Fault[],
): void {
  if (awards.length === 0) return;
  for (const { piece } of piecesOf(node.blocks)) {
    for (const span of findFragment(piece.text, ONCE)) {
      if (ledger.isCovered(piece, span)) continue;
      const line = file.lines.find(({ text }) => text.includes(piece.text.slice(0, 12)))?.line ?? file.bodyLine;
      const around = piece.text.slice(Math.max(0, span.start - 8), span.end + 8);
      faults.push({
        file: file.file,
        line,
        field: '正文',
        problem: `“${around}”没有扶持项写明只付一次`,
        remedy: '在扶持项里写 instalments: { kind: once, quote }',
      });
    }
  }
  for (const { at, rule } of awards)
    checkAward(rule, { file: file.file, locate: file.locate, path: ['awards', at] }, faults);
}

function checkAward({ threshold, payee, sources }: AwardRule, place: Place, faults: Fault[]): void {
  const words = sources.map(({ quote }) => quote.replace(/\s/g, '')).join('，');
  if (threshold && threshold.sources.length > 0 && !threshold.sources.some(({ quote }) => quote.includes(OR_MORE))) {
    faults.push(
      fault(within(place, 'threshold', 'quote'), `引文里没有“${OR_MORE}”`, '门槛含本数，须引写“以上”的那句话'),
    );
  }
  const party = PAYEE.exec(words)?.[1];
  if (party !== undefined && payee?.label !== party) {
    faults.push(
      fault(
        payee ? within(place, 'payee', 'label') : place,
        `引文写“给予${party}”，受益方写的是“${payee?.label ?? '无'}”`,
        '在 payee 里照引文写明受益方',
      ),
    );
  }
}
