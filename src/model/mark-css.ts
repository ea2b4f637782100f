import type { PolicyMark } from '../schemas/policy.ts';

/** The ink of a policy on light and on dark paper, for everything that says whose it is. */
export function markRule({ id, mark }: { id: string; mark: PolicyMark }): string {
  return `[data-policy='${id}'] { --policy: light-dark(${mark.light}, ${mark.dark}); }`;
}
