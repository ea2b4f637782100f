import { checkContent } from '../../src/cli/check-content.ts';
import type { ContentFiles } from '../../src/load/files.ts';
import { formatFault, type Fault } from '../../src/load/fault.ts';
import { ParseCache } from '../../src/load/parse-cache.ts';
import { damageFiles } from './files.ts';
import { damageMetadata } from './metadata.ts';
import { isCaught, type Mutation } from './mutation.ts';
import { damageTexts } from './texts.ts';

/** Offers of the calculator, words of the search box, news: no part of the policies, any number of them will do. */
const OFFERS = /^((templates|search)\/|changes\.yaml$)/;

/** Every damage to content/ that the checks must tell. */
export function allMutations(all: ContentFiles): Mutation[] {
  const files = new Map([...all].filter(([file]) => !OFFERS.test(file)));
  return [...damageTexts(files), ...damageMetadata(files), ...damageFiles(files)];
}

/** Damages that go by unnoticed, or are told without naming the file, each as one line. */
export function uncaughtOf(mutations: readonly Mutation[], files: ContentFiles): string[] {
  const cache = new ParseCache();
  const check = (damaged: ContentFiles): Fault[] => checkContent(damaged, { cache }).faults;
  const clean = check(files);
  if (clean.length > 0) throw new Error(`content/ itself has faults:\n${clean.map(formatFault).join('\n')}`);
  return mutations.flatMap((mutation) => {
    const faults = check(mutation.apply(files));
    if (isCaught(mutation, faults)) return [];
    const told = faults.length === 0 ? 'no fault' : `only: ${faults.slice(0, 2).map(formatFault).join(' | ')}`;
    return [`${mutation.kind} · ${mutation.file} · ${mutation.what} · ${told}`];
  });
}

/** How many of each kind there are. */
export function countByKind(mutations: readonly Mutation[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of mutations) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
