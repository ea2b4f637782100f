import { isPayableOn, type Validity } from '../domain/validity.ts';
import type { Applicant, Assignment, Check, CompiledAward, Variant } from './compiled.ts';
import { holds } from './readings.ts';
import { DATE, type Project } from './scenario-types.ts';

/** Passed, refused by the first check that fails, or open because facts are missing. */
export type Examination = { kind: 'passed' } | { kind: 'failed'; check: Check } | { kind: 'open'; missing: string[] };

const PASSED: Examination = { kind: 'passed' };

export interface Circumstances {
  readonly validity: Validity;
  readonly applicant: Applicant;
  readonly options: Assignment;
}

/** Runs the checks of an award in order. A certain failure counts although an earlier check is still open. */
export function examine(
  award: CompiledAward,
  variant: Variant,
  project: Project,
  circumstances: Circumstances,
): Examination {
  let missing: string[] | null = null;
  for (const check of award.checks) {
    const unknown = runCheck(check, variant, project, circumstances);
    if (unknown === false) return { kind: 'failed', check };
    if (unknown !== true) (missing ??= []).push(unknown);
  }
  return missing === null ? PASSED : { kind: 'open', missing };
}

/** @returns true where it passes, false where it fails, else the name of the fact that it needs */
function runCheck(
  check: Check,
  variant: Variant,
  { date, facts }: Project,
  { validity, applicant, options }: Circumstances,
): boolean | string {
  switch (check.kind) {
    case 'in-force':
      return date === null ? DATE : isPayableOn(validity, date);
    case 'applicant':
      return check.types.includes(applicant.type);
    case 'requirement': {
      if (!holds(check.reading, options)) return true;
      const value = facts.get(check.fact) ?? null;
      return value === null ? check.fact : value === check.is;
    }
    case 'threshold': {
      const value = facts.get(check.fact);
      return typeof value === 'bigint' ? value >= check.min : check.fact;
    }
    case 'zero-base': {
      if (check.variant !== variant) return true;
      const value = facts.get(check.fact) ?? null;
      return value === null ? check.fact : value !== 0n;
    }
  }
}
