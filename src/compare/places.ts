import type { AwardRule, Source } from '../model/rulebook.ts';
import type { ComparedNode } from './comparable.ts';

/** A place in a clause, as a source. */
export function place(node: ComparedNode, anchor: string | null, quote: string): Source {
  return {
    clause: node.id,
    anchor: anchor ?? '',
    label: node.label,
    url: anchor === null ? node.url : `${node.url}#${anchor}`,
    quote,
  };
}

/** 给予支持，未写数额 */
export function isUnquantified({ support }: ComparedNode): boolean {
  return support.includes('unquantified');
}

/** Clauses that pay by none of these awards. */
export function withoutAwards(nodes: readonly ComparedNode[], awards: readonly AwardRule[]): ComparedNode[] {
  return nodes.filter(({ id }) => !awards.some(({ clause }) => clause === id));
}
