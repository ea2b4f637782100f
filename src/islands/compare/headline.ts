import type { Cell, Datum, Term, TopicComparison } from '../../compare/index.ts';
import { wordMoney } from '../../explain/money.ts';
import { BY_READING, NO_SUM_STATED, NOT_COVERED, UNLIMITED } from '../../explain/words.ts';
import { NOT_SUPPORT, SILENT, wordDatum } from './words.ts';

/** What one policy gives on a topic, in a line: the sum one project can be given in a year at most. */
export interface Headline {
  words: string;
  /** "至多", "最高可至", empty where no sum is stated */
  before: string;
  note: string | null;
}

export function headlineOf(topic: TopicComparison, at: number): Headline {
  const clauses = topic.clauses[at]?.nodes ?? [];
  if (clauses.length === 0) return { words: NOT_COVERED, before: '', note: null };
  if (!topic.money) return { words: supportWords(topic, at), before: '', note: null };
  const rows = topic.rows.filter(({ term }) => term === 'ceiling');
  const cells = rows.map(({ cells: all }) => all[at]).filter((one) => one !== undefined);
  if (cells.every(({ cell, others }) => cell.kind === 'absent' && others.length === 0)) {
    return { words: '没有给钱的条款', before: '', note: null };
  }
  const { sums, open } = limitsOf(cells.map(({ cell }) => cell));
  const note = cells.some(({ others }) => others.length > 0) ? BY_READING : null;
  if (sums.length === 0) return { words: open ?? UNLIMITED, before: '', note };
  const fens = sums.map(({ fen }) => fen);
  const [low, high] = [Math.min(...fens), Math.max(...fens)];
  const words =
    low === high
      ? wordMoney(BigInt(high))
      : `${wordMoney(BigInt(low)).replace(/ 万元$/, '')}–${wordMoney(BigInt(high))}`;
  const before = sums.every(({ form }) => form === 'up-to')
    ? '最高可至'
    : sums.every(({ form }) => form === 'fixed')
      ? '定额'
      : '至多';
  return { words, before, note: [open && `部分${open}`, note].filter(Boolean).join('，') || null };
}

export interface Limits {
  sums: Extract<Datum, { kind: 'sum' }>[];
  /** what is said where some award has no sum for a limit; null where each has one */
  open: string | null;
}

/** The sums that the cells on the most of one year name. An award that only a share limits names none. */
export function limitsOf(cells: readonly Cell[]): Limits {
  const groups = cells.flatMap((cell) =>
    cell.kind === 'stated' ? [...Map.groupBy(cell.values, ({ award }) => award).values()] : [],
  );
  const kinds = groups.map((values) => new Set(values.map(({ datum }) => datum.kind)));
  const unlimited = cells.some(({ kind }) => kind === 'silent') || kinds.some((one) => one.has('unstated'));
  const byShare = kinds.some((one) => one.has('joint') && !one.has('sum'));
  return {
    sums: groups.flat().flatMap(({ datum }) => (datum.kind === 'sum' ? [datum] : [])),
    open: byShare ? NO_SUM_STATED : unlimited ? UNLIMITED : null,
  };
}

function supportWords(topic: TopicComparison, at: number): string {
  const said = (term: Term): Cell | undefined => topic.rows.find((row) => row.term === term)?.cells[at]?.cell;
  const applicants = said('applicants');
  const cell = applicants?.kind === 'stated' ? applicants : said('support');
  if (cell?.kind === 'inapplicable') return NOT_SUPPORT;
  if (cell?.kind !== 'stated') return SILENT;
  return [...new Set(cell.values.map(({ datum }) => wordDatum(datum)))].join('；');
}
