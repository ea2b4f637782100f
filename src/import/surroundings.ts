import { parse } from 'yaml';
import type { ContentFiles } from '../load/files.ts';
import type { PolicyMark } from '../schemas/policy.ts';
import type { Surroundings } from './index.ts';

/** What a new policy must know of the others: its place among them, the marks that are taken, its known departments. */
export function surroundingsOf(id: string, files: ContentFiles): Surroundings {
  const policies = [...files]
    .filter(([path]) => /^policies\/[^/]+\/policy\.yaml$/.test(path))
    .map(([path, text]) => ({ id: path.split('/')[1] ?? '', ...readLoosely(text) }));
  const own = policies.find((one) => one.id === id);
  return {
    order: own?.order ?? Math.max(0, ...policies.map(({ order }) => order ?? 0)) + 1,
    marks: policies.filter((one) => one.id !== id).flatMap(({ mark }) => mark ?? []),
    departments: departmentsOf(id, files.get('departments.yaml') ?? ''),
  };
}

/** Of a policy.yaml that may be broken, what can be read. */
function readLoosely(text: string): { order: number | null; mark: PolicyMark | null } {
  const value = readYaml(text) as { order?: unknown; mark?: PolicyMark } | null;
  return { order: typeof value?.order === 'number' ? value.order : null, mark: value?.mark ?? null };
}

function departmentsOf(id: string, text: string): { id: string; short: string }[] {
  const value = readYaml(text);
  if (!Array.isArray(value)) return [];
  return (value as { id: string; policy: string; short: string }[]).filter(({ policy }) => policy === id);
}

function readYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
