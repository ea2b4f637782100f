/**
 * The award as a function of one sum, all other answers as they are. There is no second formula here: every
 * point is what the engine answers to a scenario in which that sum has another value.
 */
import { yearOf } from '../../domain/dates.ts';
import { LARGEST_FEN as LARGEST } from '../../domain/money.ts';
import {
  evaluatePolicy,
  type AwardResult,
  type CompiledPolicy,
  type Engine,
  type Scenario,
} from '../../engine/index.ts';
import { toExact, type Exact } from '../../engine/exact.ts';
import { explainBindingLimit } from '../../explain/index.ts';

/** 分 and millionths of a 分. */
export interface Point {
  x: bigint;
  y: Exact;
}

export interface Curve {
  policy: string;
  points: Point[];
  limit: Limit;
}

/** Where more of the base brings no more: `at` a sum, at once (`flat`), or never (`none`). */
export type Limit = { kind: 'at'; x: bigint; y: Exact; held: Held } | { kind: 'flat'; y: Exact } | { kind: 'none' };

/** What holds the sum from there on: a limit of the text, another sum that is matched in full, or neither. */
export type Held = { by: 'limit' } | { by: 'match'; label: string } | { by: 'other' };

const DEEPEST = 7;

export type Award = (x: bigint) => Exact | null;
export type PaidAt = (x: bigint) => readonly AwardResult[];

/** What the policy gives in the year of the event where the fact is `x`. */
export function paidBy(engine: Engine, policy: CompiledPolicy, scenario: Scenario, fact: string): PaidAt {
  const [project] = scenario.projects;
  if (!project) return () => [];
  const given = project.facts.get(fact);
  return (x) => {
    // Of a yearly list the first year moves, the others stay.
    const value = Array.isArray(given) ? [x, ...(given as readonly bigint[]).slice(1)] : x;
    const moved = { ...project, facts: new Map(project.facts).set(fact, value) };
    const { awards } = evaluatePolicy(engine, policy, { ...scenario, projects: [moved] });
    const year = project.date === null ? null : yearOf(project.date);
    return awards.filter((award) => award.year === year);
  };
}

/** The sum of it; null where the policy gives nothing. */
export function sumBy(paidAt: PaidAt): Award {
  return (x) => {
    const paid = paidAt(x);
    return paid.length === 0 ? null : paid.reduce((sum, award) => sum + exactSum(award), 0n);
  };
}

/** Before rounding, so that a limit is reached where its figure says and not half a 分 earlier. */
function exactSum({ determined, discretionary, steps }: AwardResult): Exact {
  const capped = steps.some((step) => step.kind === 'annual-cap' && step.bit);
  const rounding = steps.find((step) => step.kind === 'rounding');
  return rounding && !capped ? rounding.from : toExact(determined + discretionary);
}

/** @returns null where the policy gives nothing whatever the sum */
export function findLimit(paidAt: PaidAt): Limit | null {
  const award = sumBy(paidAt);
  const most = award(LARGEST);
  if (most === null) return null;
  if (most !== award(LARGEST / 2n)) return { kind: 'none' };
  if (award(1n) === most) return { kind: 'flat', y: most };
  return { kind: 'at', x: findReached(award, most), y: most, held: holding(paidAt(LARGEST)) };
}

/** @param paid what the largest sum brings: no joint ceiling holds it any more */
function holding(paid: readonly AwardResult[]): Held {
  const steps = paid.flatMap((award) => award.steps);
  if (explainBindingLimit(steps).reached) return { by: 'limit' };
  const match = steps.find((step) => step.kind === 'match');
  return match ? { by: 'match', label: match.base.label } : { by: 'other' };
}

/** The smallest sum that brings the most, by halving; straight lines let most of the halvings be skipped. */
function findReached(award: Award, most: Exact): bigint {
  let [below, reached] = [1n, LARGEST];
  const tryAt = (x: bigint): void => {
    if (x <= below || x >= reached) return;
    if ((award(x) ?? -1n) >= most) reached = x;
    else below = x;
  };
  while (reached - below > 1n) {
    // Far apart they are halved by their digits, then by their sum.
    tryAt(reached / below > 8n ? root(below, reached) : (below + reached) / 2n);
    const guess = extend(award, below, most);
    if (guess === null) continue;
    tryAt(guess);
    tryAt(guess - 1n);
  }
  return reached;
}

/** Where the line through two points below the most would reach it; null where it does not rise. */
function extend(award: Award, x: bigint, most: Exact): bigint | null {
  const before = x - x / 8n - 1n;
  const [from, to] = [award(before) ?? 0n, award(x) ?? 0n];
  if (before < 0n || from <= 0n || to <= from) return null;
  const rise = to - from;
  return x + ((most - to) * (x - before) + rise - 1n) / rise;
}

/** About the geometric mean: a place between sums of different size. */
function root(low: bigint, high: bigint): bigint {
  return 1n << BigInt((low.toString(2).length + high.toString(2).length) >> 1);
}

/** Points that straight lines join without a visible error, from 0 to `end`. */
export function samplePoints(award: Award, end: bigint, limit: Limit | null): Point[] {
  const knots = limit?.kind === 'at' && limit.x < end ? [0n, limit.x, end] : [0n, end];
  const points = knots.map((x) => ({ x, y: award(x) ?? 0n }));
  const height = points.reduce((most, { y }) => (y > most ? y : most), 0n);
  return points.flatMap((point, at) => {
    const next = points[at + 1];
    return next ? [point, ...between(award, point, next, height / 200n, DEEPEST)] : [point];
  });
}

function between(award: Award, from: Point, to: Point, tolerance: Exact, depth: number): Point[] {
  const x = (from.x + to.x) / 2n;
  if (depth === 0 || x === from.x) return [];
  const middle = { x, y: award(x) ?? 0n };
  const error = middle.y - (from.y + to.y) / 2n;
  if ((error < 0n ? -error : error) <= tolerance) return depth === DEEPEST ? [] : [middle];
  return [
    ...between(award, from, middle, tolerance, depth - 1),
    middle,
    ...between(award, middle, to, tolerance, depth - 1),
  ];
}
