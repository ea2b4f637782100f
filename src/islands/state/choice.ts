/** The policies that the visitor chose to set side by side, as every calculator of the page knows them. */
import { useMemo, useSyncExternalStore } from 'react';
import type { PolicyRule, RuleBook } from '../../model/rulebook.ts';
import type { ClausePapers, PolicyDocument } from '../scenario/props.ts';

/** What a calculator needs of one policy. */
export interface Sums {
  rules: PolicyRule;
  document: PolicyDocument;
  papers: ClausePapers[];
}

let chosen: readonly Sums[] | null = null;
const watchers = new Set<() => void>();

/** @param policies in order of content; null: those that the page came with */
export function setChosen(policies: readonly Sums[] | null): void {
  chosen = policies;
  for (const tell of watchers) tell();
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

const read = (): typeof chosen => chosen;
const none = (): null => null;

/** null as long as the policies that the page came with are shown */
export function useChosenSums(): readonly Sums[] | null {
  return useSyncExternalStore(watch, read, none);
}

/** The rule book of a calculator: of the policies that it came with, until the visitor chooses others. */
export function useChosen(rules: RuleBook): RuleBook {
  const sums = useChosenSums();
  return useMemo(
    () => (sums === null ? rules : { ...rules, partial: true, policies: sums.map((one) => one.rules) }),
    [rules, sums],
  );
}
