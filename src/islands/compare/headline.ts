import type { Cell, Datum, Term, TopicComparison } from '../../compare/index.ts';
import { wordMoney } from '../../explain/money.ts';
import { BY_READING, DISCRETIONARY, NO_SUM_STATED, NOT_COVERED, UNLIMITED } from '../../explain/words.ts';
import { NOT_SUPPORT, SILENT, wordDatum, wordEmpty } from './words.ts';

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
  const unpaid = cells.find(({ cell }) => cell.kind === 'unpaid')?.cell;
  if (unpaid?.kind === 'unpaid') return { words: wordEmpty(unpaid, 'ceiling'), before: '', note: null };
  const { sums, open } = limitsOf(cells.map(({ cell }) => cell));
  const note = cells.some(({ others }) => others.length > 0) ? BY_READING : null;
  if (sums.length === 0) return { words: open ?? UNLIMITED, before: '', note };
  // what is worked out and what is at an authority's discretion are never one range
  const granted = sums.filter(({ form }) => form === 'up-to');
  const others = sums.filter(({ form }) => form !== 'up-to');
  const words =
    others.length === 0 || granted.length === 0
      ? wordRange(sums)
      : `${wordRange(others)}，另${DISCRETIONARY} ${wordRange(granted)}`;
  const before = others.length === 0 ? DISCRETIONARY : others.every(({ form }) => form === 'fixed') ? '定额' : '至多';
  return { words, before, note: [open && `部分${open}`, note].filter(Boolean).join('，') || null };
}

/** "1000 万元", "50–100 万元" */
function wordRange(sums: Limits['sums']): string {
  const fens = sums.map(({ fen }) => fen);
  const [low, high] = [Math.min(...fens), Math.max(...fens)];
  if (low === high) return wordMoney(BigInt(high));
  return `${wordMoney(BigInt(low)).replace(/ 万元$/, '')}–${wordMoney(BigInt(high))}`;
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
