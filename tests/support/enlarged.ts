import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import type { Block, Piece, PolicyNode } from '../../src/model/node.ts';
import { seeded } from './search-draws.ts';

/** The knowledge base with generated clauses: sentences of the real ones with a sum and a name of their own. */
export function enlarged(kb: KnowledgeBase, size: number): KnowledgeBase {
  const random = seeded(6_000);
  const paragraphs = kb.nodes
    .filter(({ kind }) => kind === 'clause')
    .flatMap(({ anchors }) => anchors.map(({ text }) => text));
  const pick = (): string => paragraphs[Math.floor(random() * paragraphs.length)] ?? '';
  const piece = (text: string): Piece => ({ text, marks: [] });
  const model = kb.nodes.find(({ node }) => node === '6');
  if (!model) throw new Error('no clause to model the others on');
  const nodes = Array.from({ length: size - kb.nodes.length }, (_, at): PolicyNode => {
    const blocks: Block[] = [
      { type: 'heading', anchor: 'h', lines: [piece(`${at}. ${pick().slice(0, 18)}`)] },
      ...[1, 2].map((number): Block => ({
        type: 'paragraph',
        anchor: `p${number}`,
        piece: piece(pick().replace(/\d+ 万元/g, `${Math.floor(random() * 5000)} 万元`)),
      })),
    ];
    const text = blocks
      .map((block) =>
        block.type === 'heading' ? block.lines[0]?.text : block.type === 'paragraph' ? block.piece.text : '',
      )
      .join('\n');
    const node = `g${at}`;
    const id = `${model.policy}/${model.part}/${node}`;
    return {
      ...model,
      id,
      node,
      title: node,
      label: node,
      url: `/${id}/`,
      blocks,
      text,
      implements: [],
      implementedBy: [],
      awards: [],
      restates: [],
    };
  });
  return { ...kb, nodes: [...kb.nodes, ...nodes] };
}
