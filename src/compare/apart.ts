import type { PolicyRule } from '../model/rulebook.ts';

/** Policies that give money for some of these matters, but for none that another policy gives money for. */
export function apartFrom(policies: readonly PolicyRule[], matters: readonly string[]): string[] {
  const giving = policies
    .map(({ id, awards }) => ({
      id,
      paid: new Set(awards.map(({ matter }) => matter).filter((one) => matters.includes(one))),
    }))
    .filter(({ paid }) => paid.size > 0);
  if (giving.length < 2) return [];
  return giving
    .filter((one) => giving.every((other) => other === one || [...one.paid].every((matter) => !other.paid.has(matter))))
    .map(({ id }) => id);
}
