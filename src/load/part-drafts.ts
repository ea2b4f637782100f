import type { Drafts } from './build.ts';
import type { Fault } from './fault.ts';
import { buildNodes } from './nodes.ts';
import type { PolicyFolder } from './read-policies.ts';
import type { SharedContent } from './read-shared.ts';
import { checkSourceText } from './source-text.ts';
import type { FieldPath, Locate } from './yaml.ts';

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

/**
 * What is shared by all policies, without what only drafts use: their departments, and topics and matters that no
 * finished policy has come to yet. So an editor can add what a draft needs before the draft is finished.
 */
export function withoutDraftsOnly(
  shared: SharedContent,
  finished: readonly PolicyFolder[],
  apart: readonly PolicyFolder[],
): SharedContent {
  if (apart.length === 0) return shared;
  const policies = new Set(apart.map(({ policy }) => policy.id));
  const only = (named: (folder: PolicyFolder) => string[]): Set<string> =>
    new Set(apart.flatMap(named)).difference(new Set(finished.flatMap(named)));
  const [topics, matters] = [only(topicsOf), only(mattersOf)];
  const kept = shared.matters.filter(({ value }) => !matters.has(value.id));
  const factsOf = (some: SharedContent['matters']): Set<string> =>
    new Set(some.flatMap(({ value }) => value.facts.map(({ fact }) => fact)));
  const facts = factsOf(shared.matters).difference(factsOf(kept));
  const { value, locate } = shared.topics;
  return {
    ...shared,
    matters: kept,
    facts: {
      ...shared.facts,
      value: {
        ...shared.facts.value,
        facts: Object.fromEntries(Object.entries(shared.facts.value.facts).filter(([name]) => !facts.has(name))),
      },
    },
    topics: {
      ...shared.topics,
      value: { ...value, topics: value.topics.filter(({ id }) => !topics.has(id)) },
      locate: placesOf(value.topics, ({ id }) => !topics.has(id), locate, ['topics']),
    },
    departments: {
      ...shared.departments,
      value: shared.departments.value.filter(({ policy }) => !policies.has(policy)),
      locate: placesOf(shared.departments.value, ({ policy }) => !policies.has(policy), shared.departments.locate, []),
    },
  };
}

const topicsOf = ({ clauses }: PolicyFolder): string[] => clauses.flatMap(({ meta }) => meta.topics);
const mattersOf = ({ clauses }: PolicyFolder): string[] =>
  clauses.flatMap(({ meta }) => meta.awards.flatMap((award) => (award.draft ? [] : [award.matter])));

/** Where the entries of a list stand once some of them have been left out. @param path of the list in its file */
function placesOf<T>(list: readonly T[], keep: (one: T) => boolean, locate: Locate, path: FieldPath): Locate {
  const places = list.flatMap((one, index) => (keep(one) ? [index] : []));
  return (field) => {
    const index = field[path.length];
    const inList = path.every((step, at) => field[at] === step) && typeof index === 'number';
    return locate(inList ? [...path, places[index] ?? index, ...field.slice(path.length + 1)] : field);
  };
}
