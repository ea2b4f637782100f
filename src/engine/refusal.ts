import type { Source } from '../model/rulebook.ts';
import type { Assignment, Check, CompiledMatter, CompiledPolicy } from './compiled.ts';
import { readingTaken } from './trace-readings.ts';
import type { ReadingTaken, Refusal, RefusalDetail } from './evaluation.ts';
import { coversCase } from './judge.ts';
import { NOT_COVERED, NOT_IN_FORCE, YEARS_EXHAUSTED } from './reasons.ts';
import type { Project, Scenario } from './scenario-types.ts';
import type { Reach } from './clusters.ts';
import { absenceOn } from './terms.ts';
import type { Excess, Verdict } from './verdict.ts';

/** A refusal with what is needed to say why. */
export function describeRefusal(
  policy: CompiledPolicy,
  matter: CompiledMatter,
  scenario: Scenario,
  project: Project,
  verdict: Verdict & { kind: 'refused' },
  readings: ReadingTaken[],
  options: Assignment,
): Refusal {
  const absence = verdict.reason === NOT_COVERED ? describeAbsence(policy, project, options, readings) : null;
  if (absence) return absence;
  const rule = verdict.candidate?.award.rule ?? null;
  return {
    project: project.id,
    clause: rule?.clause ?? null,
    reason: verdict.reason,
    rule,
    detail: verdict.check
      ? detailOf(verdict.check, policy, matter, scenario, project, rule?.applicantsSource ?? [])
      : { kind: 'not-covered' },
    readings,
  };
}

/** Where no clause covers the case: the first that did before it was struck out, or that will when it is added. */
function describeAbsence(
  { awards }: CompiledPolicy,
  { id, matter, date, facts }: Project,
  options: Assignment,
  readings: ReadingTaken[],
): Refusal | null {
  if (date === null) return null;
  for (const award of awards.get(matter) ?? []) {
    const turn = absenceOn(award, date);
    if (!turn || coversCase(award, facts, options) === false) continue;
    const { rule } = award;
    const detail = { kind: 'absent' as const, date, turn, sources: turn.sources };
    return { project: id, clause: rule.clause, reason: NOT_IN_FORCE, rule, detail, readings };
  }
  return null;
}

function detailOf(
  check: Check,
  policy: CompiledPolicy,
  matter: CompiledMatter,
  { applicant }: Scenario,
  { date, facts }: Project,
  applicantsSource: readonly Source[],
): RefusalDetail {
  const label = 'fact' in check ? (matter.facts.get(check.fact)?.label ?? check.fact) : '';
  switch (check.kind) {
    case 'in-force':
      return { kind: 'not-in-force', date, validity: policy.rule.validity };
    case 'applicant':
      return { kind: 'applicant', type: applicant.type, allowed: check.types, sources: applicantsSource };
    case 'requirement': {
      const { kind, fact, is, words, sources } = check;
      return { kind, fact, label, is, ...(words === undefined ? {} : { words }), sources };
    }
    case 'threshold': {
      const value = facts.get(check.fact);
      const { fact, min, sources } = check;
      return { kind: 'threshold', fact, label, value: typeof value === 'bigint' ? value : 0n, min, sources };
    }
    case 'zero-base':
      return { kind: 'zero-base', fact: check.fact, label, sources: check.variant.sources };
  }
}

export function describeExcess(project: Project, { award, paid, asked }: Excess): Refusal {
  const { rule } = award;
  const sources = rule.instalments?.sources ?? [];
  return {
    project: project.id,
    clause: rule.clause,
    reason: YEARS_EXHAUSTED,
    rule,
    detail: { kind: 'years-exhausted', paid, asked, sources },
    readings: [],
  };
}

/** The readings that bear on a project, with the options taken. */
export function listTaken(policy: CompiledPolicy, reach: Reach, options: readonly number[]): ReadingTaken[] {
  return reach.met.flatMap((number) => {
    const taken = readingTaken(policy, policy.rule.readings[number]?.id ?? '', options);
    return taken ? [taken] : [];
  });
}
