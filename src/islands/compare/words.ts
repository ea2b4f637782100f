import { inQuotes } from '../../domain/text.ts';
import { wordByReference, wordPeriod } from '../../domain/validity.ts';
import type { Case, Cell, Datum, ReadingChoice, Row, Term } from '../../compare/index.ts';
import { wordMoney, wordPercent, wordRatio } from '../../explain/money.ts';
import { APPLICANT_LABELS, BY_READING, NOT_COVERED, UNLIMITED, wordHigher } from '../../explain/words.ts';
import { SUPPORT_WORDS } from './kinds.ts';

export const TERM_WORDS: Record<Term, string> = {
  support: '支持方式',
  rate: '比例',
  base: '基数',
  'project-cap': '单项上限',
  'year-cap': '年度上限',
  ceiling: '一个项目一年至多',
  applicants: '谁可申报',
  conditions: '条件',
  payee: '支付给谁',
  instalments: '一次或逐年',
  materials: '申报材料',
  departments: '责任单位',
  'in-force': '有效期',
};

export const SILENT = '未规定';
/** Beside awards that one project can meet at once. */
export const HIGHEST_ONLY = '同时符合几项的，本站取最高的一项，不相加。';
export const UNPAID = '没有给钱的条款';
export const NOT_SUPPORT = '见条文，不涉及给予支持';

/** What stands in a cell that states nothing; never blank. */
export function wordEmpty(cell: Exclude<Cell, { kind: 'stated' }>, term: Term): string {
  switch (cell.kind) {
    case 'absent':
      return NOT_COVERED;
    case 'unpaid':
      return cell.unquantified ? SUPPORT_WORDS.unquantified : UNPAID;
    case 'inapplicable':
      return term === 'support' ? NOT_SUPPORT : term === 'rate' ? '不按比例' : '没有基数';
    case 'silent':
      return term === 'year-cap' || term === 'project-cap' || term === 'ceiling' ? UNLIMITED : SILENT;
  }
}

export function wordDatum(datum: Datum): string {
  switch (datum.kind) {
    case 'amount-kind':
      return { share: '按比例算得', match: '按市级资金配套', fixed: '定额', 'up-to': '酌定，只写上限' }[datum.amount];
    case 'support':
      return SUPPORT_WORDS[datum.support];
    case 'rate':
      return datum.form === 'match'
        ? wordRatio(datum.ppm)
        : `${datum.form === 'up-to' ? '不超过 ' : ''}${wordPercent(datum.ppm)}`;
    case 'base':
      return datum.label;
    case 'sum':
      return `${{ cap: '', fixed: '定额 ', 'up-to': '最高可至 ' }[datum.form]}${wordMoney(BigInt(datum.fen))}`;
    case 'joint':
      return `市区两级合计不超过${datum.label}的 ${wordPercent(datum.ppm)}`;
    case 'year-cap':
      return `${datum.per === 'enterprise' ? '每个企业' : '每年最高'} ${wordMoney(BigInt(datum.fen))}${wordShared(datum)}`;
    case 'applicants':
      return datum.types.map((type) => APPLICANT_LABELS[type]).join('、');
    case 'requirement':
      if (datum.words !== undefined) return `须${datum.words}`;
      return typeof datum.is === 'string'
        ? `${datum.label}须为“${datum.is}”`
        : `${datum.is ? '须' : '不得'}${datum.label.replace(/^已/, '')}`;
    case 'threshold':
      return `${datum.label} ${wordMoney(BigInt(datum.min))}以上（含本数）`;
    case 'note':
    case 'words':
      return datum.text;
    case 'payee':
      return datum.label;
    case 'instalments':
      return datum.once ? '一次性' : `逐年，最多 ${datum.years} 年`;
    case 'department':
      return datum.name;
    case 'unstated':
      return datum.limit ? UNLIMITED : SILENT;
    case 'period': {
      const { effective, expires } = datum.validity;
      return [wordPeriod(effective, expires), ...(datum.byReference ? [wordByReference(datum.byReference)] : [])].join(
        '；',
      );
    }
  }
}

/** What shares a yearly cap: other caps, and the awards that it counts itself. */
function wordShared({ pooledWith, counts, whole }: Extract<Datum, { kind: 'year-cap' }>): string {
  const own = counts.length < 2 ? '' : whole === null ? counts.map(({ title }) => title).join('、') : `${whole}各项`;
  const other = pooledWith.join('、');
  const shared = [own, other && `${own ? '，' : ''}与${other}`].join('');
  return shared === '' ? '' : `（${shared}合用）`;
}

/** A cell in one line, for text alternatives. */
export function wordCell(cell: Cell, term: Term): string {
  if (cell.kind !== 'stated') return wordEmpty(cell, term);
  const values = cell.values.map(({ datum, award }) => `${award ? `${award}：` : ''}${wordDatum(datum)}`).join('；');
  return isChoice(cell, term) ? `${values}。${HIGHEST_ONLY}` : values;
}

/** Several awards of one policy for one case. */
export function isChoice(cell: Cell, term: Term): boolean {
  if (term !== 'support' || cell.kind !== 'stated') return false;
  return cell.values.some(({ award, datum }) => award !== null && datum.kind === 'amount-kind');
}

/** "第三类 · 诊断试剂；第二类"; the matter where all its cases are meant. */
export function wordCases(cases: readonly Case[], all: readonly Case[]): string {
  if (cases.length === 0 || cases.length === all.length) return '';
  const groups = Map.groupBy(cases, ({ matter }) => matter);
  return [...groups.values()]
    .map((own) => {
      const first = own[0];
      const whole = own.length === all.filter(({ matter }) => matter === first?.matter).length;
      const labels = own.map(({ label }) => label).filter(Boolean);
      return whole || labels.length === 0 ? (first?.matterTitle ?? '') : wordLabels(labels);
    })
    .join('；');
}

/** What several cases have in common is said once, before them: "有市级支持资金：创新药、改良型新药". */
function wordLabels(labels: readonly string[]): string {
  const cut = (label: string): number => label.lastIndexOf(' · ');
  const groups = Map.groupBy(labels, (label) => (cut(label) < 0 ? label : label.slice(cut(label) + 3)));
  return [...groups]
    .map(([last, own]) =>
      own.length === 1 ? own.join('') : `${last}：${own.map((label) => label.slice(0, cut(label))).join('、')}`,
    )
    .join('；');
}

export function wordTaken(taken: readonly ReadingChoice[]): string {
  return taken.map(({ option }) => option.label).join('，');
}

/** "甲区 2025 较高", "仅甲区 2025 有条款"; null where nothing can be said */
export function wordFavour(
  { favour, term, cells }: Pick<Row, 'favour' | 'term' | 'cells'>,
  name: (policy: string) => string,
): { title: string; lines: string[] } | null {
  const say = (policies: readonly string[]): string => {
    // a space between a digit and a character
    const names = policies.map(name).join('、').replace(/\d$/, '$& ');
    if (term === 'support' && policies.length > 0) return `仅${names}${wordHaving(cells)}`;
    return policies.length === 0 ? '相同' : `${names}${wordHigher(cells.length)}`;
  };
  switch (favour.kind) {
    case 'none':
      return null;
    case 'fact':
      return { title: say(favour.policies), lines: [] };
    case 'by-reading':
      return {
        title: BY_READING,
        lines: favour.outcomes.map(
          ({ taken, policies, absent }) => `${inQuotes(wordTaken(taken))}：${absent ? '都没有条款' : say(policies)}`,
        ),
      };
  }
}

/** What one policy alone has: clauses at all, or, where others have some too, clauses that give money, or that say how much. */
function wordHaving(cells: Row['cells']): string {
  const unpaid = cells.flatMap(({ cell }) => (cell.kind === 'unpaid' ? [cell] : []));
  if (unpaid.length === 0) return '有条款';
  return unpaid.some(({ unquantified }) => unquantified) ? '写明支持标准' : '有给钱的条款';
}
