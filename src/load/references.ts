import type { PolicyNode } from '../model/node.ts';
import { statedDepartments } from './departments.ts';
import type { Fault } from './fault.ts';
import { fault, within, type Place } from './quotes.ts';
import { nodeIdOf } from './read-clause.ts';
import type { PolicyFolder } from './read-policies.ts';
import type { SharedContent } from './read-shared.ts';

/** Topics, implemented clauses and departments that clauses name: each must exist; the way back is filled in. */
export function linkReferences(
  folders: readonly PolicyFolder[],
  nodes: ReadonlyMap<string, PolicyNode>,
  shared: SharedContent,
  faults: Fault[],
): void {
  const topics = new Set(shared.topics.value.topics.map(({ id }) => id));
  const all = statedDepartments(shared, folders).map(({ department }) => department);
  const byPolicy = Map.groupBy(all, ({ policy }) => policy);
  for (const folder of folders) {
    const departments = byPolicy.get(folder.policy.id) ?? [];
    for (const file of folder.clauses) {
      const node = nodes.get(nodeIdOf(file));
      if (!node) continue;
      const place: Place = { file: file.file, locate: file.locate, path: [] };
      node.topics.forEach((topic, index) => {
        if (!topics.has(topic))
          faults.push(
            fault(within(place, 'topics', index), `没有议题“${topic}”`, '改成 topics/topics.yaml 里已有的议题'),
          );
      });
      node.implements.forEach((id, index) => {
        const target = nodes.get(id);
        if (!target || target === node)
          faults.push(fault(within(place, 'implements', index), `没有可细化的条款“${id}”`, '写已有条款的全称'));
        else target.implementedBy.push(node.id);
      });
      for (const short of node.departments) {
        if (departments.some((department) => department.short === short)) continue;
        faults.push({
          file: file.file,
          line: file.bodyLine,
          field: '责任单位',
          problem: `departments.yaml 里没有“${short}”`,
          remedy: '核对正文；确有此单位，在 departments.yaml 或 policy.yaml 的 departments 里补上',
        });
      }
    }
  }
}
