import type { Engine } from '../../engine/index.ts';
import type { Exact } from '../../engine/exact.ts';
import type { AmountRule, FactRule } from '../../model/rulebook.ts';
import type { Outcome, PolicyOutcome } from '../calculator/calculate.ts';
import { findLimit, paidBy, samplePoints, sumBy, type Curve } from './curve.ts';

export interface PictureData {
  /** the sum on the axis */
  fact: FactRule;
  /** ends of the axes, 分 and millionths of a 分 */
  width: bigint;
  height: Exact;
  curves: Curve[];
  /** the visitor's sum; null where it is not known */
  x: bigint | null;
  /** what each policy gives there */
  marks: { policy: string; y: Exact }[];
}

/** Where neither the visitor's sum nor a limit says how far to look: 1,000 万元. */
const USUAL = 1_000_000_000n;

/** @returns null where no sum bears on the award, or too little is known to draw it */
export type DrawPicture = (outcome: Outcome, focus: string | null) => PictureData | null;

/**
 * Remembers the last curves: while only the sum on the axis changes, they stay as they are,
 * and a keystroke costs a few evaluations instead of hundreds.
 */
export function createPictures(engine: Engine): DrawPicture {
  let last: { key: string; limits: ReturnType<typeof findLimits> } | null = null;
  let drawn: { key: string; curves: Curve[] } | null = null;
  return (outcome, focus) => {
    const fact = findBase(outcome, focus);
    if (fact === null) return null;
    const key = keyOf(outcome, fact);
    if (last?.key !== key) last = { key, limits: findLimits(engine, outcome, fact) };
    const { limits } = last;
    if (limits.length === 0) return null;
    const x = sumOf(outcome, fact);
    const width = widthFor([x, ...limits.map(({ limit }) => (limit.kind === 'at' ? limit.x : null))]);
    const drawnKey = `${key} ${width}`;
    if (drawn?.key !== drawnKey) {
      const curves = limits.map(({ policy, award, limit }) => ({
        policy,
        limit,
        points: samplePoints(award, width, limit),
      }));
      drawn = { key: drawnKey, curves };
    }
    const { curves } = drawn;
    const height = curves.flatMap(({ points }) => points).reduce((most, { y }) => (y > most ? y : most), 1n);
    const marks = x === null ? [] : limits.map(({ policy, award }) => ({ policy, y: award(x) ?? 0n }));
    return { fact, width, height, curves, x, marks };
  };
}

function findLimits(engine: Engine, { policies, scenario }: Outcome, fact: FactRule) {
  return policies.flatMap(({ compiled, rule, result }) => {
    // With every reading fixed the engine has no range to look for, which is most of its work.
    const readings = new Map(result.readings.map(({ reading, option }) => [reading, option]));
    const paidAt = paidBy(engine, compiled, { ...scenario, readings }, fact.name);
    const limit = findLimit(paidAt);
    return limit ? [{ policy: rule.id, award: sumBy(paidAt), limit }] : [];
  });
}

/** Everything that the curves depend on: all answers but the sum on the axis. */
function keyOf({ matter, project, scenario }: Outcome, fact: FactRule): string {
  const facts = [...project.facts].map(([name, value]) => {
    const rest = name === fact.name ? (Array.isArray(value) ? value.slice(1) : null) : value;
    return `${name}=${String(rest)}`;
  });
  return [matter.id, scenario.applicant.type, project.date, ...facts, ...[...scenario.readings].flat(), fact.name].join(
    ' ',
  );
}

/** The sum from which the award is worked out: of what is paid, else of what was judged, else of any award here. */
function findBase({ matter, policies }: Outcome, focus: string | null): FactRule | null {
  const ordered = [...policies].sort((a, b) => Number(b.rule.id === focus) - Number(a.rule.id === focus));
  const rules = (pick: (one: PolicyOutcome) => ({ amount: AmountRule } | null)[]) => ordered.flatMap(pick);
  const candidates = [
    ...rules(({ result }) => result.awards.map((award) => award.rule)),
    ...rules(({ result }) => result.refused.map((refusal) => refusal.rule)),
    ...rules(({ rule, result }) =>
      result.pending.length > 0 ? rule.awards.filter((one) => one.matter === matter.id) : [],
    ),
  ];
  for (const candidate of candidates) {
    const name = candidate ? baseOf(candidate.amount) : null;
    const fact = matter.facts.find((one) => one.name === name);
    if (fact) return fact;
  }
  return null;
}

/** Under a joint ceiling the own investment is what a company decides on, and the award never falls with it. */
function baseOf(amount: AmountRule): string | null {
  if (amount.kind === 'fixed') return null;
  return amount.kind === 'match' && amount.jointCeiling ? amount.jointCeiling.of : amount.of;
}

function sumOf({ project }: Outcome, fact: FactRule): bigint | null {
  const value = project.facts.get(fact.name);
  const sum: unknown = Array.isArray(value) ? value[0] : value;
  return typeof sum === 'bigint' ? sum : null;
}

/** A round sum with room to the right of everything that has to be seen. */
function widthFor(sums: readonly (bigint | null)[]): bigint {
  const furthest = sums.reduce<bigint>((most, one) => (one !== null && one > most ? one : most), 0n);
  if (furthest === 0n) return USUAL;
  const wanted = (furthest * 5n) / 4n;
  for (let power = 1n; ; power *= 10n) {
    for (const step of [10n, 12n, 16n, 20n, 24n, 32n, 40n, 60n, 80n]) if (step * power >= wanted) return step * power;
  }
}
