import { bareOf } from './bare.ts';

/** A line that belongs to the page and not to the text. */
export interface Furniture {
  /** of the file, from 1 */
  line: number;
  text: string;
  why: '页码' | '页眉或页脚';
}

const PAGE_NUMBER = [
  /^[-—–－─·]{1,2}\d{1,4}[-—–－─·]{1,2}$/,
  /^第\d{1,4}页([/／，,]?共\d{1,4}页)?$/,
  /^共\d{1,4}页[/／，,]?第\d{1,4}页$/,
  /^\d{1,4}[/／]\d{1,4}$/,
  /^page\d{1,4}(of\d{1,4})?$/i,
];

/** How many lines with words must stand between two bare numbers that are taken for page numbers. */
const LINES_A_PAGE = 5;
/** How often a line must stand beside page numbers to be taken for a running head. */
const RUNNING = 3;

/**
 * Lines that a PDF adds to every page: page numbers in their usual dress ("- 3 -", "第 3 页"), numbers alone where at
 * least three of them count the pages, and lines that stand beside page numbers again and again. Anything else stays.
 */
export function findFurniture(lines: readonly string[]): Furniture[] {
  const bare = lines.map(bareOf);
  const numbers = new Set<number>([
    ...bare.flatMap((text, at) => (PAGE_NUMBER.some((form) => form.test(text)) ? [at] : [])),
    ...bareNumbers(bare),
  ]);
  const heads = runningHeads(bare, numbers);
  return lines.flatMap((text, at): Furniture[] => {
    if (numbers.has(at)) return [{ line: at + 1, text: text.trim(), why: '页码' }];
    return heads.has(at) ? [{ line: at + 1, text: text.trim(), why: '页眉或页脚' }] : [];
  });
}

/** Lines of nothing but a number that count up by one, far enough apart to be pages. */
function bareNumbers(bare: readonly string[]): number[] {
  const found = bare.flatMap((text, at) => (/^\d{1,3}$/.test(text) ? [at] : []));
  if (found.length < RUNNING) return [];
  const counts = found.every((at, index) => {
    const before = found[index - 1];
    if (before === undefined) return true;
    const between = bare.slice(before + 1, at).filter((text) => text !== '').length;
    return Number(bare[at]) === Number(bare[before]) + 1 && between >= LINES_A_PAGE;
  });
  return counts ? found : [];
}

function runningHeads(bare: readonly string[], numbers: ReadonlySet<number>): Set<number> {
  const beside = new Map<string, number[]>();
  for (const at of numbers) {
    for (const step of [-1, 1]) {
      const next = nextWithWords(bare, at, step);
      const text = bare[next];
      if (text !== undefined && !numbers.has(next)) beside.set(text, [...(beside.get(text) ?? []), next]);
    }
  }
  return new Set([...beside.values()].filter((places) => new Set(places).size >= RUNNING).flat());
}

function nextWithWords(bare: readonly string[], from: number, step: number): number {
  let at = from + step;
  while (bare[at] === '') at += step;
  return at;
}
