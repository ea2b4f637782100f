import type { Anchor, Block, Piece } from './node.ts';

/** One run of verbatim text and the anchor that it stands under. */
export interface AnchoredPiece {
  anchor: string;
  piece: Piece;
}

/** Every run of a node's text in document order, with its anchor. */
export function piecesOf(blocks: readonly Block[]): AnchoredPiece[] {
  return blocks.flatMap((block): AnchoredPiece[] => {
    switch (block.type) {
      case 'heading':
        return block.lines.map((piece) => ({ anchor: block.anchor, piece }));
      case 'paragraph':
        return [{ anchor: block.anchor, piece: block.piece }];
      case 'section':
        return [
          ...[block.heading, ...block.paragraphs].map((piece) => ({ anchor: block.anchor, piece })),
          ...block.items.map((item) => ({ anchor: item.anchor, piece: item.piece })),
        ];
      case 'table':
        return [
          ...(block.caption ? [{ anchor: block.anchor, piece: block.caption }] : []),
          ...block.rows.flatMap((row) =>
            row.cells.flatMap((cell) => cell.paragraphs.map((piece) => ({ anchor: row.anchor, piece }))),
          ),
        ];
    }
  });
}

/** The node's text by anchor; joined, it is the whole text. An anchor without words of its own is left out. */
export function anchorsOf(blocks: readonly Block[]): Anchor[] {
  const anchors: Anchor[] = [];
  for (const { anchor, piece } of piecesOf(blocks)) {
    const last = anchors.at(-1);
    if (last?.id === anchor) last.text += `\n${piece.text}`;
    else anchors.push({ id: anchor, text: piece.text });
  }
  return anchors;
}

/** Every id that the node's page carries, those of tables without a caption included. */
export function anchorIdsOf(blocks: readonly Block[]): string[] {
  const ids = new Set(blocks.flatMap((block) => [block.anchor, ...piecesOf([block]).map(({ anchor }) => anchor)]));
  for (const block of blocks) if (block.type === 'table') for (const row of block.rows) ids.add(row.anchor);
  return [...ids];
}

/**
 * How a citation names a place in a clause: `s2-1` is "2（1）", `p2` "第2段", `h` nothing, nor `p1`, unless
 * the clause has further paragraphs to tell it from.
 * @param all anchors of the clause, where they are known
 */
export function anchorLabel(anchor: string, all: readonly string[] = []): string {
  const section = /^s(\d+)(?:-(\d+))?$/.exec(anchor);
  if (section) return section[2] ? `${section[1]}（${section[2]}）` : `${section[1]}`;
  const paragraph = /^p(\d+)$/.exec(anchor);
  if (paragraph) return paragraph[1] === '1' && !all.includes('p2') ? '' : `第${paragraph[1]}段`;
  const table = /^t(\d+)(?:-r(\d+))?$/.exec(anchor);
  if (table) return table[2] ? `表第${table[2]}行` : '表';
  return '';
}
