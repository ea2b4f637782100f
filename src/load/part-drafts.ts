import type { Drafts } from './build.ts';
import type { Fault } from './fault.ts';
import { buildNodes } from './nodes.ts';
import type { PolicyFolder } from './read-policies.ts';
import type { SharedContent } from './read-shared.ts';
import { checkSourceText } from './source-text.ts';

interface Parted {
  /** what the knowledge base is made of */
  folders: PolicyFolder[];
  /** drafts that are left out of it */
  apart: PolicyFolder[];
  draftFaults: Fault[];
}

/**
 * Takes drafts out, or in with what they lack. The faults of a draft's files are its own: they keep no finished policy
 * from being published.
 * @param faults what reading the folders has told
 */
export function partDrafts(all: readonly PolicyFolder[], faults: Fault[], drafts: Drafts): Parted {
  const isDraft = ({ policy }: PolicyFolder): boolean => policy.draft;
  if (drafts === 'rehearse') {
    for (const { unfilled } of all) faults.push(...unfilled);
    return { folders: [...all], apart: [], draftFaults: [] };
  }
  const apart = all.filter(isDraft);
  const draftFaults = takeFaultsOf(apart, faults);
  for (const folder of apart) checkSourceText(folder, buildNodes(folder, draftFaults), draftFaults);
  return { folders: all.filter((folder) => !isDraft(folder)), apart, draftFaults };
}

function takeFaultsOf(folders: readonly PolicyFolder[], faults: Fault[]): Fault[] {
  const roots = folders.map(({ policy }) => `policies/${policy.id}/`);
  const own = faults.filter(({ file }) => roots.some((root) => file.startsWith(root)));
  const others = faults.filter((fault) => !own.includes(fault));
  faults.splice(0, faults.length, ...others);
  return own;
}

/** departments.yaml without the lines of policies that are left out. */
export function withoutDepartmentsOf(shared: SharedContent, policies: ReadonlySet<string>): SharedContent {
  const { departments } = shared;
  const kept = departments.value.flatMap(({ policy }, index) => (policies.has(policy) ? [] : [index]));
  if (kept.length === departments.value.length) return shared;
  return {
    ...shared,
    departments: {
      ...departments,
      value: departments.value.filter((_, index) => kept.includes(index)),
      locate: ([index, ...rest]) =>
        departments.locate(
          typeof index === 'number'
            ? [kept[index] ?? index, ...rest]
            : [...(index === undefined ? [] : [index]), ...rest],
        ),
    },
  };
}
