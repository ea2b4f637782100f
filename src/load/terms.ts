import { findFragment } from '../domain/text.ts';
import { piecesOf } from '../model/blocks.ts';
import type { PolicyNode } from '../model/node.ts';
import type { Term } from '../schemas/glossary.ts';
import type { ClaimLedger } from './claims.ts';

/** Marks the first use of each glossary term in each node. */
export function markTerms(nodes: readonly PolicyNode[], glossary: readonly Term[], ledger: ClaimLedger): void {
  for (const node of nodes) {
    if (node.kind !== 'clause') continue;
    for (const term of glossary) {
      const hit = firstUse(node, term);
      if (!hit) continue;
      ledger.mark(hit.piece, hit.start, hit.end, `term:${term.id}`);
      node.terms.push(term.id);
    }
  }
}

function firstUse(node: PolicyNode, term: Term) {
  for (const { piece } of piecesOf(node.blocks)) {
    for (const words of term.words) {
      const span = findFragment(piece.text, words)[0];
      if (span) return { piece, ...span };
    }
  }
  return null;
}
