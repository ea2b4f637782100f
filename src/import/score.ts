import { figureKey, type FigureValue } from '../domain/figures.ts';
import { withoutWhitespace } from '../domain/text.ts';
import { figuresOfAmount, money } from '../load/figures-match.ts';
import { anchorsOf } from '../model/blocks.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { AwardRule, PolicyRule } from '../model/rulebook.ts';
import { draftAmount, type DraftAmount } from '../schemas/draft-award.ts';
import { figuresOfDraft } from '../load/draft-awards.ts';
import { importPolicy } from './index.ts';

/** So many of so many, and which are missing. */
export interface Share {
  right: number;
  of: number;
  missing: string[];
}

/** How near an import comes to what people have made of the same text. */
export interface Score {
  policy: string;
  /** nodes with the same part, number and text; one too many counts as missing */
  nodes: Share;
  /** of them numbered clauses */
  clauses: Share;
  /** sums, rates and ratios of the awards, their ceilings, thresholds and annual caps, found as candidates of the same clause */
  figures: Share;
  /** awards of whose amounts a candidate has the kind and every figure */
  awards: Share;
}

/** Imports the source of a finished policy again and compares. */
export function scoreImport(knowledgeBase: KnowledgeBase, id: string): Score {
  const policy = knowledgeBase.policies.find((one) => one.id === id);
  const rule = knowledgeBase.rules.policies.find((one) => one.id === id);
  if (!policy || !rule) throw new Error(`no policy ${id}`);
  const { parts } = importPolicy(policy.source, id, { order: 1, marks: [], departments: [] });
  const imported = parts.flatMap((part) =>
    part.nodes.map((node) => ({
      id: `${id}/${part.id}/${node.node}`,
      text: withoutWhitespace(
        anchorsOf(node.blocks)
          .map(({ text }) => text)
          .join(''),
      ),
      candidates: node.awards.map(({ amount }) => draftAmount.parse(amount)),
    })),
  );
  const made = knowledgeBase.nodes.filter((node) => node.policy === id);
  const texts = new Map(imported.map((one) => [one.id, one.text]));
  const same = (node: (typeof made)[number]): boolean => texts.get(node.id) === withoutWhitespace(node.text);
  const extra = imported.filter((one) => !made.some((node) => node.id === one.id)).map((one) => `多出 ${one.id}`);
  const candidates = new Map(imported.map((one) => [one.id, one.candidates]));
  return {
    policy: id,
    nodes: shareOf(made, same, (node) => node.id, extra),
    clauses: shareOf(
      made.filter(({ kind }) => kind === 'clause'),
      same,
      (node) => node.id,
    ),
    figures: scoreFigures(rule, candidates),
    awards: shareOf(
      rule.awards,
      (award) => clausesOf(award).some((clause) => (candidates.get(clause) ?? []).some((one) => isSame(award, one))),
      ({ ref }) => ref,
    ),
  };
}

function shareOf<T>(
  all: readonly T[],
  right: (one: T) => boolean,
  name: (one: T) => string,
  extra: string[] = [],
): Share {
  const missing = all.filter((one) => !right(one)).map(name);
  return { right: all.length - missing.length, of: all.length + extra.length, missing: [...missing, ...extra] };
}

/** The clause that pays, and those whose words state its amount. */
function clausesOf({ clause, sources, alternatives }: AwardRule): string[] {
  return [
    ...new Set([clause, ...[...sources, ...alternatives.flatMap((one) => one.sources)].map((one) => one.clause)]),
  ];
}

function scoreFigures({ awards, caps }: PolicyRule, candidates: ReadonlyMap<string, DraftAmount[]>): Share {
  const wanted = awards.flatMap((award) => {
    const annual = caps.filter(({ ref }) => award.caps.some(({ cap }) => cap === ref)).map(({ max }) => money(max));
    const figures = [
      ...[award.amount, ...award.alternatives.map(({ amount }) => amount)].flatMap(figuresOfAmount),
      ...annual,
      ...(award.threshold ? [money(award.threshold.min)] : []),
    ];
    return figures.map((figure) => ({ award, figure }));
  });
  const found = ({ award, figure }: { award: AwardRule; figure: FigureValue }): boolean =>
    clausesOf(award).some((clause) =>
      (candidates.get(clause) ?? []).flatMap(figuresOfDraft).some((one) => figureKey(one) === figureKey(figure)),
    );
  return shareOf(wanted, found, ({ award, figure }) => `${award.ref} ${figureKey(figure)}`);
}

function isSame({ amount }: AwardRule, candidate: DraftAmount): boolean {
  const keys = (figures: readonly FigureValue[]): string => figures.map(figureKey).join(' ');
  return candidate.kind === amount.kind && keys(figuresOfDraft(candidate)) === keys(figuresOfAmount(amount));
}

/** "闵行 … 条款 39/39 (100 %)": a line a measure. */
export function scoreLines(scores: readonly Score[]): string[] {
  const percent = ({ right, of }: Share): string =>
    `${right}/${of}（${of === 0 ? 100 : Math.floor((right / of) * 1000) / 10} %）`;
  return scores.flatMap(({ policy, nodes, clauses, figures, awards }) => [
    `${policy}：条款节点 ${percent(nodes)}，其中有编号的条款 ${percent(clauses)}，扶持项的数 ${percent(figures)}，整个扶持项 ${percent(awards)}`,
    ...[...nodes.missing, ...figures.missing].map((one) => `  缺 ${one}`),
    ...awards.missing.map((one) => `  扶持项不全 ${one}`),
  ]);
}
