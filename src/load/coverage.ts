import { figureKey } from '../domain/figures.ts';
import { piecesOf } from '../model/blocks.ts';
import type { PolicyNode } from '../model/node.ts';
import type { AwardRule, CapRule, PolicyRule } from '../model/rulebook.ts';
import type { ClaimLedger } from './claims.ts';
import type { Fault } from './fault.ts';
import { figuresOfAmount, money } from './figures-match.ts';
import { fault, within, type Place, type QuoteFinder } from './quotes.ts';
import type { ClauseFile } from './read-clause.ts';
import type { PolicyFolder } from './read-policies.ts';

interface CoverageContext {
  finder: QuoteFinder;
  ledger: ClaimLedger;
  rules: PolicyRule;
  faults: Fault[];
}

/** Figures that a clause states and another executes, and those that are exempt: each accounted for. */
export function applyRestatements(folder: PolicyFolder, nodes: readonly PolicyNode[], context: CoverageContext): void {
  folder.clauses.forEach((file, index) => {
    const node = nodes[index];
    if (!node) return;
    file.meta.restates.forEach((one, at) => restate(folder, file, node, one, at, context));
    file.meta.exempt.forEach((one, at) => {
      const place: Place = { file: file.file, locate: file.locate, path: ['exempt', at, 'quote'] };
      const located = context.finder.locate(one.quote, node.id, place);
      if (located.length > 0 && located.every(({ figures }) => figures.length === 0)) {
        context.faults.push(fault(place, '这段文字里没有数，不必豁免', '删去'));
      }
      context.ledger.exempt(located);
    });
  });
}

type Restatement = ClauseFile['meta']['restates'][number];

function restate(
  folder: PolicyFolder,
  file: ClauseFile,
  node: PolicyNode,
  one: Restatement,
  index: number,
  context: CoverageContext,
): void {
  const place: Place = { file: file.file, locate: file.locate, path: ['restates', index] };
  const located = context.finder.locate(one.quote, node.id, within(place, 'quote'));
  const known = new Set<string>();
  const stated = new Set(located.flatMap(({ figures }) => figures.map(figureKey)));
  const strangers: string[] = [];
  for (const ref of one.of) {
    const award = context.rules.awards.find((candidate) => candidate.ref === ref);
    if (!award) {
      context.faults.push(fault(within(place, 'of'), `没有扶持项“${ref}”`, '写成 <条款>#<扶持项>'));
      continue;
    }
    if (!node.restates.includes(ref)) node.restates.push(ref);
    node.restatements.push(...located.map(({ source }) => ({ award: ref, source })));
    const own = figuresOfAward(award, context.rules.caps);
    if (!own.some((key) => stated.has(key))) strangers.push(ref);
    for (const key of own) known.add(key);
  }
  const differing = located.flatMap(({ figures }) => figures).filter((figure) => !known.has(figureKey(figure)));
  const words = [...differing.map((figure) => figure.words), ...strangers].join('、');
  if (one.differs === undefined && words !== '' && located.length > 0) {
    context.faults.push(
      fault(
        within(place, 'quote'),
        `引文与所引扶持项的数不同：${words}`,
        '改正引文或元数据；确有不同的，用 differs 指明口径或抵牾',
      ),
    );
  }
  if (one.differs !== undefined && words === '' && located.length > 0) {
    context.faults.push(fault(within(place, 'differs'), '引文的数与所引扶持项并无不同', '删去 differs'));
  }
  if (
    one.differs !== undefined &&
    ![...folder.readings, ...folder.contradictions].some(({ id }) => id === one.differs)
  ) {
    context.faults.push(
      fault(
        within(place, 'differs'),
        `policies/${folder.policy.id}/readings.yaml 里没有“${one.differs}”`,
        '写已有的口径或抵牾',
      ),
    );
  }
  for (const ref of one.of) context.ledger.claim(located, `award:${ref}`);
}

/** Every figure that an award states, in all its alternatives, caps and limits. */
function figuresOfAward(award: AwardRule, caps: readonly CapRule[]): string[] {
  const own = [award.amount, ...award.alternatives.map(({ amount }) => amount)].flatMap(figuresOfAmount);
  const annual = caps.filter(({ ref }) => award.caps.some(({ cap }) => cap === ref)).map(({ max }) => money(max));
  const threshold = award.threshold ? [money(award.threshold.min)] : [];
  const years =
    award.instalments?.kind === 'yearly' ? [{ kind: 'years' as const, years: award.instalments.years }] : [];
  return [...own, ...annual, ...threshold, ...years].map(figureKey);
}

/**
 * Every figure in a clause that gives money is claimed or exempt; in the other clauses every sum, share,
 * ratio, date and number of years is, so that an award cannot be left out unnoticed.
 */
export function checkCoverage(
  folder: PolicyFolder,
  nodes: readonly PolicyNode[],
  ledger: ClaimLedger,
  faults: Fault[],
): void {
  folder.clauses.forEach((file, index) => {
    const node = nodes[index];
    if (!node || node.kind !== 'clause') return;
    const paying = node.awards.length > 0 || node.restates.length > 0;
    for (const { anchor, piece } of piecesOf(node.blocks)) {
      for (const figure of ledger.unclaimed(piece)) {
        if (!paying && figure.kind === 'plain') continue;
        faults.push({
          file: file.file,
          line: file.lines.find(({ text }) => text.includes(figure.words))?.line ?? file.bodyLine,
          field: '正文',
          problem: `${node.label}（${anchor}）的“${figure.words}”没有元数据说明`,
          remedy: `写进扶持项的引文；日期和分担比例写进 policies/${folder.policy.id}/policy.yaml；不是给钱的数，写进 exempt 并说明原因`,
        });
      }
    }
  });
}
