import { afterMarker, Counting, markerOf, type Marker } from './markers.ts';
import type { SourceLine } from './source-lines.ts';
import {
  endsLikeTitle,
  isAnnex,
  isAnnexWithTitle,
  isColophon,
  isDate,
  isDocumentNumber,
  isOffice,
  standsAlone,
} from './special-lines.ts';

/** A paragraph put together again from the lines that a page cut it into. */
export interface Paragraph {
  text: string;
  bare: string;
  marker: Marker | null;
  /** line of the file on which it begins */
  line: number;
  /** of a table: cells are parted by tabs, which become spaces */
  table: boolean;
}

/** What is known of the text around a line. */
interface Context {
  /** a number has been seen since the last annex: what follows is clauses, not a notice */
  inBody: boolean;
  counting: Counting;
  /** titles that the notice names, bare */
  titles: readonly string[];
  /** width of the page where the text is cut at every line; null where its lines are whole paragraphs */
  column: number | null;
}

interface Open {
  lines: SourceLine[];
  bare: string;
}

/** Joins what a page cut in two, and nothing else. The characters stay as they are, in order. */
export function unwrap(lines: readonly SourceLine[]): Paragraph[] {
  const whole = lines.map(({ bare }) => bare).join('');
  const titles = [...whole.matchAll(/关于印发《([^》]{4,80})》/g)].map((match) => match[1] ?? '');
  const context: Context = { inBody: false, counting: new Counting(), titles, column: columnOf(lines) };
  const open: Open[] = [];
  for (const [at, line] of lines.entries()) {
    const last = open.at(-1);
    if (last && joins(last, line, lines[at + 1], context)) {
      last.lines.push(line);
      last.bare += line.bare;
    } else {
      if (last) see(last.bare, context);
      open.push({ lines: [line], bare: line.bare });
    }
  }
  return open.map(({ lines: own, bare }) => ({
    text: own.map(({ text }) => text).reduce(joinText),
    bare,
    marker: markerOf(bare),
    line: own[0]?.line ?? 1,
    table: own.some(isTableLine),
  }));
}

function see(bare: string, context: Context): void {
  if (isAnnex(bare) || context.titles.includes(bare) || (context.inBody && isAnnexWithTitle(bare))) {
    context.inBody = false;
    context.counting = new Counting();
    return;
  }
  const marker = markerOf(bare);
  if (!marker) return;
  context.counting.see(marker);
  if (marker.kind !== 'arabic-bracket') context.inBody = true;
}

const isTableLine = ({ text }: SourceLine): boolean => text.includes('\t');

/** Whether a line goes on with what the line before it began. */
function joins(open: Open, line: SourceLine, next: SourceLine | undefined, context: Context): boolean {
  const last = open.lines.at(-1) ?? line;
  const [a, b] = [open.bare, line.bare];
  if (isTableLine(last) || isTableLine(line)) return false;
  if (/^[，。；、：:！？）)》”’】〕」%.]/.test(b)) return true;
  if (a.length <= 5 && markerOf(a) === null && markerOf(a + b) !== null && markerOf(b)?.number !== 1) return true;
  if (completes(a, b, context)) return true;
  if (markerOf(a) && afterMarker(a) === '') return markerOf(b) === null;
  const marker = markerOf(b);
  if (marker) return joinsMarker(a, marker, context);
  // “第三条规定的……” at the start of a line
  if (/^第[一二三四五六七八九十\d]+条/.test(b) && !isTerminal(a)) return true;
  if (line.starts || standsAlone(a) || context.titles.includes(a)) return false;
  const closer = unclosed(a);
  if (closer !== null && (!isTerminal(a) || b.includes(closer))) return true;
  if (standsAlone(b)) return false;
  if (isTerminal(a)) return fills(last, context) && line.gap === 'none' && isBodyLike(a);
  if (isHeadingLike(a)) return headingGoesOn(last, line, next, context);
  if (isBodyLike(a)) return true;
  return fragmentGoesOn(a, line, context);
}

const NOTICE_TITLE = /^关于印发《.{4,80}》的通知$/;
const PRINTED = /^\d{4}年\d{1,2}月\d{1,2}日印发$/;
/** How sentences of such texts begin: what stands before one is whole. */
const BEGINS =
  /^(支持|鼓励|对|本|为|按|经|凡|在|推|建|加|依托|组|积极|完善|企业|申请|符合|优先|开展|引导|聚焦|围绕|进一步|根据|给予)/;

/** Two pieces that together are a date, a number, an office or a title, and apart are none. */
function completes(a: string, b: string, { titles, inBody }: Context): boolean {
  const both = a + b;
  if (isAnnex(both) && !isAnnex(a)) return true;
  if (isDate(both) && !isDate(a)) return true;
  if (isColophon(both) && a.length <= 6 && !isColophon(a)) return true;
  if (b.startsWith('的') && endsLikeTitle(both)) return true;
  if ([NOTICE_TITLE, PRINTED].some((form) => form.test(both) && !form.test(b))) return true;
  if (isOffice(a)) return false;
  if (isDocumentNumber(both) && !isDocumentNumber(a) && !isDocumentNumber(b)) return true;
  if (titles.some((title) => title.startsWith(both) && a.length >= 2)) return true;
  if (inBody || isTerminal(a) || standsAlone(a) || endsLikeTitle(a) || a.length < 2 || markerOf(b)) return false;
  if (isOffice(both)) return true;
  return endsLikeTitle(both) && b.length <= 45 && a.length <= 60 && !isBodyLike(both);
}

function joinsMarker(a: string, marker: Marker, { counting }: Context): boolean {
  if (a.endsWith('第')) return true;
  if (counting.follows(marker)) return false;
  return !isTerminal(a) && isBodyLike(a);
}

/** A heading that the page cut: its rest is short and no sentence. */
function headingGoesOn(last: SourceLine, line: SourceLine, next: SourceLine | undefined, context: Context): boolean {
  if (line.bare.length > 20 || /[，。；：]/.test(line.bare)) return false;
  // a sentence ends before the next number; what does not is the heading's own
  if (next && markerOf(next.bare) && !line.bare.endsWith('第')) return true;
  if (fills(last, context) && line.gap === 'none') return true;
  if (line.bare.length <= 12 && next && BEGINS.test(next.bare)) return true;
  return line.gap === 'page' && next?.gap !== 'page';
}

/** Words without any stop: the beginning of a paragraph that the page cut early, or a line of its own. */
function fragmentGoesOn(a: string, line: SourceLine, { inBody }: Context): boolean {
  if (!inBody) return isBodyLike(line.bare) && !endsLikeTitle(a);
  return a.length >= 12 || line.gap !== 'blank';
}

/** Ends a sentence: a stop, or a bracket that says who is responsible. */
export function isTerminal(bare: string): boolean {
  return /[。！？；：;:!?…][”’"）)】]*$/.test(bare) || /(。|[（(][^（(]*[：:])[^（(）)]*[）)]$/.test(bare);
}

/** Reads like sentences and not like a heading. */
export function isBodyLike(bare: string): boolean {
  const words = afterMarker(bare);
  return /[，。；]/.test(words) || words.length > 45;
}

/** A numbered heading: short, without a stop. */
export function isHeadingLike(bare: string): boolean {
  return markerOf(bare) !== null && !isBodyLike(bare) && !isTerminal(bare);
}

const PAIRS: readonly [string, string][] = [
  ['（', '）'],
  ['《', '》'],
  ['“', '”'],
  ['〔', '〕'],
];

/** The bracket that would close what is still open; null where nothing is. Both forms of round brackets count as one. */
function unclosed(bare: string): string | null {
  const text = bare.replaceAll('(', '（').replaceAll(')', '）');
  const open = PAIRS.find(([left, right]) => text.lastIndexOf(left) > text.lastIndexOf(right));
  return open ? open[1] : null;
}

/** The line reaches the edge of the page. */
function fills(line: SourceLine, { column }: Context): boolean {
  return column !== null && widthOf(line.text) >= column - 2;
}

/** Where most lines follow each other without a blank one and are equally long, that length; else null. */
function columnOf(lines: readonly SourceLine[]): number | null {
  if (lines.length < 20 || lines.filter(({ gap }) => gap === 'none').length < lines.length * 0.6) return null;
  const widths = lines.map(({ text }) => widthOf(text)).sort((x, y) => x - y);
  const column = widths[Math.floor(widths.length * 0.9)] ?? 0;
  const full = widths.filter((width) => width >= column - 2 && width <= column + 2).length;
  return column <= 60 && full >= lines.length * 0.25 ? column : null;
}

/** In Chinese characters: a Latin letter is half of one. */
function widthOf(text: string): number {
  return [...text].reduce((width, one) => width + (one.charCodeAt(0) < 0x80 ? 0.5 : 1), 0);
}

/** Chinese goes on without a space, two Latin words do not. */
function joinText(a: string, b: string): string {
  return /[A-Za-z]$/.test(a) && /^[A-Za-z]/.test(b) ? `${a} ${b}` : a + b;
}
