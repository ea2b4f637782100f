import { yearOf } from '../domain/dates.ts';
import { countInstalments, listUnknown, workOut } from './amount.ts';
import { examine, type Circumstances } from './checks.ts';
import { listAmountFacts } from './compile-award.ts';
import type { Assignment, CompiledAward, Variant } from './compiled.ts';
import { testAll, type Truth } from './conditions.ts';
import { holds } from './readings.ts';
import { refuse } from './refuse.ts';
import { DATE, type Facts, type Project } from './scenario-types.ts';
import { isInTerm } from './terms.ts';
import type { Candidate, Excess, Payment, Verdict } from './verdict.ts';

/** Judges one project by the awards for its matter, smallest clause number first. */
export function judge(awards: readonly CompiledAward[], project: Project, circumstances: Circumstances): Verdict {
  const candidates: Candidate[] = [];
  for (const award of awards) {
    const covers = covering(award, project, circumstances);
    if (covers === false) continue;
    const variant = chooseVariant(award, circumstances);
    candidates.push({ award, variant, covers, examination: examine(award, variant, project, circumstances) });
  }
  const missing = listMissing(candidates, project);
  if (missing.length > 0) return { kind: 'pending', missing, candidates };
  const passing = candidates.filter((one) => one.covers === true && one.examination.kind === 'passed');
  if (passing.length === 0) {
    const unasked = listMissingBases(candidates, project);
    return unasked.length > 0 ? { kind: 'pending', missing: unasked, candidates } : refuse(candidates, project.facts);
  }
  return { kind: 'paid', ...pay(passing, project), candidates };
}

/** Whether an award's case is the project's: by reading, by the version of its clause, by conditions, and by no exception. */
function covering(award: CompiledAward, { date, facts }: Project, { options }: Circumstances): Truth {
  const term = isInTerm(award, date);
  if (term === false) return false;
  const covers = coversCase(award, facts, options);
  return term === null && covers !== false ? null : covers;
}

/** The same without the days on which its clause stands. */
export function coversCase(award: CompiledAward, facts: Facts, options: Assignment): Truth {
  if (!holds(award.reading, options)) return false;
  const when = testAll(award.when, facts);
  if (when === false) return false;
  let result: Truth = when;
  for (const exception of award.except) {
    if (!holds(exception.reading, options)) continue;
    const applies = testAll(exception.when, facts);
    if (applies === true) return false;
    if (applies === null) result = null;
  }
  return result;
}

function chooseVariant(award: CompiledAward, { options }: Circumstances): Variant {
  for (const variant of award.variants) if (holds(variant.reading, options)) return variant;
  throw new Error('An award always ends with the variant that always holds');
}

/** Facts without which it is open what is paid; those of candidates that fail for certain do not matter. */
function listMissing(candidates: readonly Candidate[], project: Project): string[] {
  const missing = new Set<string>();
  for (const { award, variant, covers, examination } of candidates) {
    if (examination.kind === 'failed') continue;
    if (covers === null) for (const name of listUnknownConditions(award, project.facts)) missing.add(name);
    if (examination.kind === 'open') for (const name of examination.missing) missing.add(name);
    for (const name of listUnknown(listAmountFacts(variant.amount), project.facts)) missing.add(name);
    if (project.date === null) missing.add(DATE);
  }
  return [...missing];
}

/**
 * What is still blank where a clause fails only for a base of 0. A form begins with that 0: as long as it asks for more,
 * nobody has said that there is no money of the city, and a refusal would be hasty.
 */
function listMissingBases(candidates: readonly Candidate[], project: Project): string[] {
  const hasty = candidates.filter(
    ({ examination }) => examination.kind === 'failed' && examination.check.kind === 'zero-base',
  );
  const missing = hasty.flatMap(({ award, variant }) => [
    ...listUnknownConditions(award, project.facts),
    ...listUnknown(listAmountFacts(variant.amount), project.facts),
  ]);
  return [...new Set(missing)];
}

function listUnknownConditions(award: CompiledAward, facts: Facts): string[] {
  const conditions = [...award.when, ...award.except.flatMap((one) => one.when)];
  return listUnknown(
    conditions.map((one) => one.fact),
    facts,
  );
}

/** One award a year: the highest before annual caps; on a tie the smaller clause number, which comes first. */
function pay(passing: readonly Candidate[], project: Project): { payments: Payment[]; excess: Excess | null } {
  const first = project.date === null ? 0 : yearOf(project.date);
  const asked = passing.map((one) => countInstalments(listAmountFacts(one.variant.amount), project.facts));
  const paid = passing.map(({ award }, at) => Math.min(asked[at] ?? 0, award.maxYears ?? Infinity));
  const years = Math.max(...paid);
  const payments: Payment[] = [];
  for (let nth = 0; nth < years; nth += 1) {
    let best: Payment | null = null;
    for (const [at, candidate] of passing.entries()) {
      if (nth >= (paid[at] ?? 0)) continue;
      const working = workOut(candidate.variant.amount, project.facts, nth);
      if (best === null || working.rounded > best.working.rounded) {
        best = { candidate, year: first + nth, nth, working };
      }
    }
    if (best) payments.push(best);
  }
  const over = passing.findIndex((_, at) => (asked[at] ?? 0) > years);
  const excess = passing[over] ? { award: passing[over].award, paid: years, asked: asked[over] ?? 0 } : null;
  return { payments, excess };
}
