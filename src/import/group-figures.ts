import type { Figure } from '../domain/figures.ts';
import type { Span } from '../domain/text.ts';

/** A candidate award of one sentence: offsets are into the sentence. */
export interface Candidate {
  /** as `draftAmount`, figures in the text's own words */
  amount: Record<string, unknown>;
  /** the words to quote */
  span: Span;
  /** where its figures begin, in the order of `amount` */
  figures: number[];
  years: { years: number; span: Span } | null;
}

interface Group {
  kind: 'share' | 'match' | 'fixed' | 'up-to' | 'annual-cap' | 'threshold' | 'unclear';
  parts: { role: 'rate' | 'ratio' | 'joint' | 'max' | 'sum' | 'min' | 'any'; figure: Figure }[];
  of?: string | undefined;
  jointOf?: string | undefined;
  years: { years: number; figure: Figure } | null;
}

/** Words by which a sentence gives money. */
const GIVES = /支持|给予|配套|补贴|补助|奖励|资助|贴息|扶持|奖补|资金|激励/;
const AT_MOST = /(最高|不超过|上限|至多|封顶|限额)[^，、]{0,8}$/;
const A_YEAR = /(每年|年度|每家企业年|一年)[^，。]{0,10}(累计|最高|合计|总额|不超过)[^，。]{0,8}$/;
/** The colon of a ratio is none. */
const STOP = /，|(?<!\d\s*)[：:](?!\s*\d)/g;
const AND = /^\s*[、和及或以]?[^，。0-9]{0,14}$/;

/** Puts the figures of one sentence together: a rate with its ceiling, a ratio with the joint ceiling, each sum of a list by itself. */
export function groupFigures(sentence: string, figures: readonly Figure[]): Candidate[] {
  const groups: Group[] = [];
  let before = 0;
  figures.forEach((figure, at) => {
    const context: Context = {
      gives: GIVES.test(sentence),
      before: sentence.slice(before, figure.start),
      after: sentence.slice(figure.end, figures[at + 1]?.start ?? sentence.length),
    };
    addFigure(groups, figure, context);
    before = figure.end;
  });
  return groups.map((group) => candidateOf(group, sentence));
}

interface Context {
  /** the sentence gives money */
  gives: boolean;
  /** words between this figure and the one before, and up to the one behind */
  before: string;
  after: string;
}

function addFigure(groups: Group[], figure: Figure, context: Context): void {
  const last = groups.at(-1);
  switch (figure.kind) {
    case 'ratio':
      return void groups.push(ratioGroup(figure, context));
    case 'percent':
      return addPercent(groups, last, figure, context);
    case 'money':
      return addMoney(groups, last, figure, context);
    case 'years':
      // “最多支持三年” belongs to what was said before it
      return addYears(groups, figure, context);
    default:
      return;
  }
}

function addYears(groups: Group[], figure: Figure & { kind: 'years' }, { before }: Context): void {
  const paying = groups.findLast(({ kind }) => !['annual-cap', 'threshold', 'unclear'].includes(kind));
  if (paying && /最多|不超过|连续|支持/.test(before)) paying.years = { years: figure.years, figure };
}

function ratioGroup(figure: Figure & { kind: 'ratio' }, { before, after }: Context): Group {
  const matches = figure.left === '1' && /配套|市级|匹配/.test(before + after);
  return matches
    ? { kind: 'match', of: baseOf(before), parts: [{ role: 'ratio', figure }], years: null }
    : { kind: 'unclear', parts: [{ role: 'any', figure }], years: null };
}

function addPercent(groups: Group[], last: Group | undefined, figure: Figure, context: Context): void {
  const { before, gives } = context;
  if (last?.kind === 'match' && /合计|总额|累计|总和/.test(before) && /不超过|最高/.test(before)) {
    last.parts.push({ role: 'joint', figure });
    last.jointOf = baseOf(before);
    return;
  }
  if (!gives) return void groups.push({ kind: 'unclear', parts: [{ role: 'any', figure }], years: null });
  const kind = /(不超过|最高|至多|以内)[^，]{0,14}$/.test(before) ? 'up-to' : 'share';
  groups.push({ kind, of: baseOf(before), parts: [{ role: 'rate', figure }], years: null });
}

function addMoney(groups: Group[], last: Group | undefined, figure: Figure, context: Context): void {
  const { before, after, gives } = context;
  const alone = (kind: Group['kind'], role: Group['parts'][number]['role']) =>
    void groups.push({ kind, parts: [{ role, figure }], years: null });
  if (
    /^(?:\s*[（(]含[^）)]*[）)])?\s*(及?以上|以下)/.test(after) ||
    /(不低于|不少于|达到|超过(?<!不超过)|满)\s*$/.test(before)
  )
    return alone('threshold', 'min');
  if (A_YEAR.test(before)) return alone('annual-cap', 'max');
  const phrase = before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf('：')) + 1);
  const rated = last && (last.kind === 'share' || last.kind === 'match' || last.kind === 'up-to') && hasRate(last);
  if (rated && AT_MOST.test(phrase) && !last.parts.some(({ role }) => role === 'max')) {
    last.parts.push({ role: 'max', figure });
    return;
  }
  // “其中第二类最高 50 万元、第三类最高 100 万元”: the same rate with another ceiling
  if (rated && AND.test(before) && AT_MOST.test(phrase)) {
    const [first] = last.parts;
    if (first) groups.push({ ...last, parts: [first, { role: 'max', figure }], years: null });
    return;
  }
  if (AT_MOST.test(phrase)) return alone('up-to', 'max');
  const inList = last !== undefined && /^\s*(、|和|及|或|以及)/.test(before) && AND.test(before);
  if (inList && last.kind === 'up-to') return alone('up-to', 'max');
  if (inList && last.kind === 'fixed') return alone('fixed', 'sum');
  if (gives) return alone('fixed', 'sum');
  alone('unclear', 'any');
}

const hasRate = ({ parts }: Group): boolean => parts.some(({ role }) => role === 'rate' || role === 'ratio');

/** What a rate is a rate of, as far as the words before it tell: "按照研发投入的", "不超过总投资额". */
function baseOf(before: string): string | undefined {
  const words = /^.*(?:按照?|给予|不超过|最高)\s*([^，。、；：按给]{2,14}?)\s*的?\s*$/s.exec(before)?.[1];
  return words?.replace(/\s/g, '') || undefined;
}

function candidateOf(group: Group, sentence: string): Candidate {
  const figures = group.parts.map(({ figure }) => figure);
  const first = Math.min(...figures.map(({ start }) => start));
  const end = Math.max(...figures.map((figure) => figure.end));
  return {
    amount: amountOf(group),
    span: phraseAround(sentence, { start: first, end }),
    figures: figures.map(({ start }) => start),
    years: group.years && {
      years: group.years.years,
      span: phraseAround(sentence, group.years.figure),
    },
  };
}

/** From the comma before to the comma behind. */
function phraseAround(sentence: string, { start, end }: Span): Span {
  const before = [...sentence.slice(0, start).matchAll(STOP)].at(-1);
  const behind = sentence.slice(end).search(STOP);
  return {
    start: before === undefined ? 0 : before.index + 1,
    end: behind === -1 ? sentence.length : end + behind,
  };
}

function amountOf({ kind, parts, of, jointOf }: Group): Record<string, unknown> {
  const words = (role: Group['parts'][number]['role']): string | undefined => {
    const figure = parts.find((part) => part.role === role)?.figure;
    return figure && wordsOf(figure);
  };
  const joint = words('joint');
  return dropUndefined({
    kind,
    rate: words('rate'),
    ratio: words('ratio'),
    of: kind === 'share' || kind === 'match' || (kind === 'up-to' && words('rate')) ? of : undefined,
    jointCeiling: joint === undefined ? undefined : dropUndefined({ rate: joint, of: jointOf }),
    max: words('max'),
    sum: words('sum'),
    min: words('min'),
  });
}

/** A figure as metadata writes it: half-width, a ratio without spaces. */
function wordsOf(figure: Figure): string {
  if (figure.kind === 'ratio') return `${figure.left}:${figure.right}`;
  if (figure.kind === 'percent') return `${figure.ppm / 10_000}%`;
  return figure.words
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/(亿|万)$/, '$1元');
}

function dropUndefined(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}
