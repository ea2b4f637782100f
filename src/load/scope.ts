import type { PolicyNode } from '../model/node.ts';
import type { PolicyRule } from '../model/rulebook.ts';
import type { Topic } from '../schemas/topic.ts';

/** The clauses of a policy that say who may apply at all, whatever is paid: those under a topic that compares just that. */
export function scopeOf(policy: string, nodes: readonly PolicyNode[], topics: readonly Topic[]): PolicyRule['scope'] {
  const ids = topics.filter(({ compares }) => compares.includes('applicants')).map(({ id }) => id);
  return nodes
    .filter((node) => node.policy === policy && ids.some((id) => node.topics.includes(id)))
    .map(({ label, url }) => ({ label, url }));
}
