import type { PolicyMark } from '../../schemas/policy.ts';
import type { Card, CardLine } from './card.ts';

export const WIDTH = 1200;
export const HEIGHT = 630;

const PAPER = '#fbfaf6';
const INK = '#1d1c1a';
const MUTED = '#5c5850';
const RULE = '#dcd7cb';
const BAND = 20;
/** widest that a figure and what stands before it may become, side by side */
const FIGURE = 600;
const LABEL = 440;

type Style = Readonly<Record<string, string | number>>;

/** An element as satori takes it, without React. */
export interface Box {
  type: 'div';
  props: { style: Style; children: (Box | string)[] | string };
}

function box(style: Style, ...children: (Box | null)[]): Box {
  return {
    type: 'div',
    props: { style: { display: 'flex', ...style }, children: children.filter((child) => child !== null) },
  };
}

function text(words: string, style: Style): Box {
  return { type: 'div', props: { style: { display: 'block', ...style }, children: words } };
}

/** Paper with a band of the policies' inks on the left: whose it is, what it is about, what is paid. */
export function layoutOf(card: Card): Box {
  const [first] = card.marks;
  const ink = card.marks.length === 1 && first ? first.light : INK;
  const band = card.marks.map(({ light }) => box({ flexGrow: 1, background: light }));
  return box(
    { width: WIDTH, height: HEIGHT, background: PAPER, color: INK, fontFamily: 'latin, chinese-simplified' },
    box({ width: BAND, height: HEIGHT, flexShrink: 0, flexDirection: 'column' }, ...band),
    box(
      { flexDirection: 'column', width: WIDTH - BAND, padding: '56px 72px 44px 64px' },
      box(
        { alignItems: 'center', fontSize: 34, color: MUTED },
        ...card.marks.map((mark) => seal(mark, 56, 14)),
        text(card.kicker, { marginLeft: 8 }),
      ),
      text(card.title, { fontSize: titleSize(card), marginTop: 28, lineHeight: 1.35 }),
      box(
        { flexDirection: 'column', flexGrow: 1, justifyContent: 'center' },
        ...card.lines.map((line) => figure(line, ink, card.lines.length)),
        card.excerpt === '' ? null : text(card.excerpt, { fontSize: 36, lineHeight: 1.7, color: MUTED }),
      ),
      box({ borderTop: `2px solid ${RULE}`, paddingTop: 22, fontSize: 28, color: MUTED }, text(card.foot, {})),
    ),
  );
}

function titleSize({ title, lines }: Card): number {
  const width = widthOf(title);
  if (width > 34) return 44;
  return width > 16 ? (lines.length > 2 ? 46 : 52) : 62;
}

/** Of words in ems: a Chinese character is one wide, a letter or figure about half. */
function widthOf(words: string): number {
  return [...words].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2000 ? 0.55 : 1.06), 0);
}

function figure({ mark, label, figure: words }: CardLine, ink: string, lines: number): Box {
  const size = Math.min(lines > 2 ? 50 : 62, Math.floor(FIGURE / widthOf(words)));
  return box(
    { alignItems: 'center', justifyContent: 'space-between', marginTop: lines > 2 ? 10 : 18 },
    box(
      { alignItems: 'center', maxWidth: LABEL },
      mark ? seal(mark, 56, 20) : null,
      text(label, { fontSize: 30, color: MUTED, lineHeight: 1.35 }),
    ),
    text(words, { fontSize: size, color: mark ? mark.light : ink, flexShrink: 0 }),
  );
}

function seal({ seal: sign, shape, light }: PolicyMark, size: number, space: number): Box {
  return box(
    {
      width: size,
      height: size,
      flexShrink: 0,
      marginRight: space,
      alignItems: 'center',
      justifyContent: 'center',
      borderRadius: shape === 'round' ? size : 6,
      background: light,
      color: PAPER,
      fontSize: size * 0.62,
    },
    text(sign, {}),
  );
}
