import { markerOf } from './markers.ts';
import {
  endsLikeTitle,
  isAnnex,
  isAnnexWithTitle,
  isColophon,
  isDate,
  isDocumentNumber,
  isOffice,
  isSalutation,
} from './special-lines.ts';
import { isBodyLike, isTerminal, type Paragraph } from './unwrap.ts';

/** A stretch of the text that becomes nodes in one way. */
export type Region =
  /** 印发通知: who, number, title, body, date */
  | { kind: 'notice'; paragraphs: Paragraph[] }
  /** 公开属性, 印发; or the signature below a text */
  | { kind: 'colophon'; paragraphs: Paragraph[] }
  /** a document with clauses; `title` are the paragraphs of its heading, "附件" among them */
  | { kind: 'text'; title: Paragraph[]; paragraphs: Paragraph[] }
  /** an application form, whose tables plain text cannot hold */
  | { kind: 'form'; title: Paragraph[]; paragraphs: Paragraph[] };

/** Parts the notice from the document, the document from what is attached to it, and forms from texts. */
export function divide(paragraphs: readonly Paragraph[]): Region[] {
  const annexes = annexesOf(paragraphs);
  const first = paragraphs.slice(0, annexes[0] ?? paragraphs.length);
  return [
    ...divideFirst(first),
    ...annexes.flatMap((at, index) => annexRegion(paragraphs.slice(at, annexes[index + 1] ?? paragraphs.length))),
  ].filter((region) => region.paragraphs.length > 0 || ('title' in region && region.title.length > 0));
}

/** Where annexes begin: "附件" alone on its line, or with its title once the clauses have begun. A list of annexes is none. */
function annexesOf(paragraphs: readonly Paragraph[]): number[] {
  const clauses = paragraphs.findIndex(({ marker }) => marker !== null && marker.kind !== 'arabic-bracket');
  return paragraphs.flatMap(({ bare }, at) => {
    if (isAnnex(bare)) return [at];
    const listed = [at - 1, at + 1].some((near) => isAnnexWithTitle(paragraphs[near]?.bare ?? ''));
    return clauses !== -1 && at > clauses && isAnnexWithTitle(bare) && !listed ? [at] : [];
  });
}

function divideFirst(paragraphs: readonly Paragraph[]): Region[] {
  const named = paragraphs.map(({ bare }) => /^关于印发《(.{4,80})》的通知$/.exec(bare)?.[1]).find((title) => title);
  const begins = named
    ? paragraphs.findIndex(({ bare }) => bare === named)
    : paragraphs.findIndex(({ bare, marker }) => marker === null && isTitle(bare));
  if (begins === -1) {
    const clauses = paragraphs.some(({ marker }) => marker !== null);
    return clauses && !named ? textRegions([], paragraphs) : noticeRegions(paragraphs);
  }
  return [
    ...noticeRegions(paragraphs.slice(0, begins)),
    ...textRegions(paragraphs.slice(begins, begins + 1), paragraphs.slice(begins + 1)),
  ];
}

const isTitle = (bare: string): boolean =>
  endsLikeTitle(bare) && !isBodyLike(bare) && !isColophon(bare) && !isOffice(bare) && bare.length >= 6;

function noticeRegions(paragraphs: readonly Paragraph[]): Region[] {
  const at = paragraphs.findIndex(({ bare }) => isColophon(bare));
  const end = at === -1 ? paragraphs.length : at;
  return [
    { kind: 'notice', paragraphs: paragraphs.slice(0, end) },
    { kind: 'colophon', paragraphs: paragraphs.slice(end) },
  ];
}

/** The document without what is signed below it. @param title its title as far as it is known */
function textRegions(title: readonly Paragraph[], paragraphs: readonly Paragraph[]): Region[] {
  const subtitle = subtitleOf(paragraphs);
  const body = paragraphs.slice(subtitle.length);
  let end = body.length;
  while (end > 0 && isSignature(body[end - 1])) end -= 1;
  // what is signed is signed by somebody or on some day; a lone line is the text's own
  if (!body.slice(end).some(({ bare }) => isDate(bare) || isColophon(bare))) end = body.length;
  return [
    { kind: 'text', title: [...title, ...subtitle], paragraphs: body.slice(0, end) },
    { kind: 'colophon', paragraphs: body.slice(end) },
  ];
}

/** Short lines between a title and the text: "（试行）", a date in brackets, a number. */
function subtitleOf(paragraphs: readonly Paragraph[]): Paragraph[] {
  const end = paragraphs.findIndex(
    ({ bare }) => !(/^[（(].{2,60}[）)]$/.test(bare) && markerOf(bare) === null) && !isDocumentNumber(bare),
  );
  return paragraphs.slice(0, Math.max(0, end));
}

function isSignature(paragraph: Paragraph | undefined): boolean {
  if (!paragraph || paragraph.marker) return false;
  const { bare } = paragraph;
  return isDate(bare) || isOffice(bare) || isColophon(bare);
}

/** An annex is a text where it numbers its paragraphs as texts do, a form otherwise. */
function annexRegion(paragraphs: readonly Paragraph[]): Region[] {
  const heading = headingOf(paragraphs);
  const body = paragraphs.slice(heading.length);
  const numbered = body.filter(({ marker, table }) => marker !== null && !table);
  const text =
    numbered.some(({ marker }) => marker?.kind === 'article' || marker?.kind === 'han') ||
    numbered.filter(({ marker }) => marker?.kind === 'han-bracket').length >= 2;
  if (text && !body.some(({ table }) => table)) return textRegions(heading, body);
  return [{ kind: 'form', title: heading, paragraphs: body }];
}

/** "附件 2", the title, "(事先申报)": lines without a stop until the first that is something else. */
function headingOf(paragraphs: readonly Paragraph[]): Paragraph[] {
  const heading = paragraphs.slice(0, 1);
  if (!isAnnexWithTitle(heading[0]?.bare ?? '')) heading.push(...paragraphs.slice(1, 2).filter(isHeading));
  if (heading.length > 0) {
    const next = paragraphs[heading.length];
    if (next && /^[（(][^）)]{2,12}[）)]$/.test(next.bare) && !next.marker) heading.push(next);
  }
  return heading;
}

function isHeading({ bare, marker, table }: Paragraph): boolean {
  return marker === null && !table && !isTerminal(bare) && !isSalutation(bare) && bare.length <= 90;
}
