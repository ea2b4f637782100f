import type { DepartmentEntry, PolicyEntry, TopicEntry } from '../model/knowledge-base.ts';
import type { PolicyNode } from '../model/node.ts';
import { statedDepartments } from './departments.ts';
import type { PolicyFolder } from './read-policies.ts';
import type { SharedContent } from './read-shared.ts';

/** 议题 with the clauses that each policy has on it. */
export function buildTopics(
  shared: SharedContent,
  policies: readonly PolicyEntry[],
  nodes: readonly PolicyNode[],
): TopicEntry[] {
  const byPolicy = Map.groupBy(nodes, ({ policy }) => policy);
  return shared.topics.value.topics.map((topic) => ({
    ...topic,
    url: `/compare/${topic.id}/`,
    clauses: policies.map((policy) => ({
      policy: policy.id,
      nodes: (byPolicy.get(policy.id) ?? []).filter(({ topics }) => topics.includes(topic.id)).map(({ id }) => id),
    })),
    matters: shared.matters.filter(({ value }) => value.topics.includes(topic.id)).map(({ value }) => value.id),
  }));
}

/** 责任单位 with the clauses whose text names them. */
export function buildDepartments(
  shared: SharedContent,
  folders: readonly PolicyFolder[],
  nodes: readonly PolicyNode[],
): DepartmentEntry[] {
  const byPolicy = Map.groupBy(nodes, ({ policy }) => policy);
  return statedDepartments(shared, folders).map(({ department, place }) => ({
    ...department,
    file: place.file,
    nodes: (byPolicy.get(department.policy) ?? [])
      .filter(({ departments }) => departments.includes(department.short))
      .map(({ id }) => id),
  }));
}
