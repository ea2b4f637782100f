import type { Comparable, ComparedNode } from './comparable.ts';
import { isUnquantified, place } from './places.ts';
import type { Cell, PolicyCell, Row } from './types.ts';

/**
 * A policy that has clauses on a topic and pays for no case of it is not one without clauses: its cells say so, and name them.
 * @param rows those of the topic's cases
 * @param nodesOf the clauses of a policy on the topic
 */
export function tellUnpaid(rows: readonly Row[], kb: Comparable, nodesOf: (policy: string) => ComparedNode[]): Row[] {
  const unpaid = new Map<string, Cell>();
  kb.policies.forEach(({ id }, at) => {
    const clauses = nodesOf(id);
    const isSilent = ({ cell, others }: PolicyCell): boolean => cell.kind === 'absent' && others.length === 0;
    if (clauses.length > 0 && rows.every(({ cells }) => cells[at] && isSilent(cells[at])))
      unpaid.set(id, unpaidCell(clauses));
  });
  if (unpaid.size === 0) return [...rows];
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((one) => ({ ...one, cell: unpaid.get(one.policy) ?? one.cell })),
  }));
}

function unpaidCell(clauses: readonly ComparedNode[]): Cell {
  const supporting = clauses.filter(isUnquantified);
  const named = supporting.length > 0 ? supporting : clauses;
  return {
    kind: 'unpaid',
    unquantified: supporting.length > 0,
    sources: named.map((node) => place(node, null, node.title)),
  };
}
