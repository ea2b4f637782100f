import type { ReadingTest, Source } from '../model/rulebook.ts';
import { testAll } from './conditions.ts';
import type { CompiledPolicy } from './compiled.ts';
import type { ReadingTaken } from './evaluation.ts';
import type { Ledger } from './ledger.ts';
import type { Project } from './scenario-types.ts';
import type { ReadingEffect, Step } from './steps.ts';
import type { Payment } from './verdict.ts';

interface Use {
  test: ReadingTest;
  affects: ReadingEffect;
  sources: readonly Source[];
}

/** The readings that decided something about an award, each once, with what the option taken decides. */
export function traceReadings(policy: CompiledPolicy, project: Project, payment: Payment, ledger: Ledger): Step[] {
  const steps = new Map<string, Step>();
  for (const { test, affects, sources } of listUses(policy, project, payment)) {
    for (const { reading: id } of test) {
      const taken = readingTaken(policy, id, ledger.options);
      if (taken && !steps.has(id)) steps.set(id, { kind: 'reading', ...taken, affects, sources });
    }
  }
  return [...steps.values()];
}

function listUses(policy: CompiledPolicy, project: Project, { candidate: { award, variant } }: Payment): Use[] {
  const { rule } = award;
  return [
    { test: rule.reading, affects: 'coverage', sources: rule.sources },
    ...rule.except
      .filter((one) => testAll(one.when, project.facts) === true)
      .map((one): Use => ({ test: one.reading, affects: 'exception', sources: one.sources })),
    ...rule.requires.map((one): Use => ({ test: one.reading, affects: 'requirement', sources: one.sources })),
    ...rule.alternatives.map((one): Use => ({ test: one.reading, affects: 'amount', sources: variant.sources })),
    ...rule.caps.map((one, at): Use => ({
      test: one.reading,
      affects: 'cap',
      sources: policy.caps[award.caps[at]?.cap ?? -1]?.rule.sources ?? [],
    })),
    ...award.caps.flatMap(({ cap }): Use[] => {
      const shared = policy.caps[cap]?.rule;
      return shared?.sharedWith ? [{ test: shared.sharedWith.reading, affects: 'cap', sources: shared.sources }] : [];
    }),
  ];
}

/** A reading and its option under the options taken. */
export function readingTaken(policy: CompiledPolicy, id: string, options: readonly number[]): ReadingTaken | null {
  const number = policy.rule.readings.findIndex((one) => one.id === id);
  const reading = policy.rule.readings[number];
  const option = reading?.options[options[number] ?? -1];
  return reading && option ? { reading, option } : null;
}
