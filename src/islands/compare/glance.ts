import { compareTopic, type Comparable } from '../../compare/index.ts';
import type { TopicEntry } from '../../model/knowledge-base.ts';
import { wordApart } from './differences.ts';
import { headlineOf, limitsOf, type Limits } from './headline.ts';

/** Where one policy stands on the scale of one topic. */
export interface GlanceSide {
  policy: string;
  /** "至多 50–100 万元", "未规定数额上限", "无对应条款" */
  words: string;
  /** ends on the scale, 0 to 100; null where no sum is stated */
  low: number | null;
  high: number | null;
  /** the text states no sum for a limit, of some at least */
  open: boolean;
}

export interface GlanceRow {
  topic: TopicEntry;
  /** that the sums are for different things, where they are */
  note: string | null;
  sides: GlanceSide[];
}

export interface Glance {
  rows: GlanceRow[];
  ticks: { at: number; fen: number }[];
}

/** What one project can be given in a year at most, by topic: all sums on one scale of powers of ten. */
export function glanceOf(kb: Comparable): Glance {
  const found = kb.topics
    .map((topic) => ({ topic, comparison: compareTopic(kb, topic) }))
    .filter(({ comparison }) => comparison.money);
  const limits = (at: number, { comparison }: (typeof found)[number]): Limits =>
    limitsOf(comparison.rows.filter(({ term }) => term === 'ceiling').flatMap(({ cells }) => cells[at]?.cell ?? []));
  const all = found.flatMap((one) => kb.policies.flatMap((_, at) => limits(at, one).sums.map(({ fen }) => fen)));
  if (all.length === 0) return { rows: [], ticks: [] };
  const [from, to] = [Math.floor(Math.log10(Math.min(...all))), Math.ceil(Math.log10(Math.max(...all)))];
  const place = (fen: number): number => Math.round(((Math.log10(fen) - from) / Math.max(1, to - from)) * 10_000) / 100;
  return {
    ticks: Array.from({ length: to - from + 1 }, (_, index) => ({
      at: place(10 ** (from + index)),
      fen: 10 ** (from + index),
    })),
    rows: found.map((one) => ({
      topic: one.topic,
      note: wordApart(one.comparison, kb.policies),
      sides: kb.policies.map((policy, at) => {
        const { sums: stated, open } = limits(at, one);
        const sums = stated.map(({ fen }) => fen);
        const { before, words, note } = headlineOf(one.comparison, at);
        return {
          policy: policy.id,
          words: [before, words, note && `（${note}）`].filter(Boolean).join(' '),
          low: sums.length > 0 ? place(Math.min(...sums)) : null,
          high: sums.length > 0 ? place(Math.max(...sums)) : null,
          open: open !== null,
        };
      }),
    })),
  };
}
