/**
 * Random valid scenarios for any rule book, as JSON input. Sums lie near the figures of the rule book
 * half of the time, dates near the ends of validity, so that limits and thresholds are met and missed.
 */
import fc from 'fast-check';
import { APPLICANT_TYPES } from '../../src/domain/applicants.ts';
import type { AmountRule, FactRule, MatterRule, PolicyRule, RuleBook } from '../../src/model/rulebook.ts';

export interface ScenarioInput {
  applicant: { type: string };
  readings?: Record<string, string>;
  name?: string;
  projects: ProjectInput[];
}

export interface ProjectInput {
  id: string;
  matter: string;
  date: string;
  name?: string;
  facts: Record<string, unknown>;
}

export interface ScenarioShape {
  minProjects?: number;
  maxProjects?: number;
  /** whether scenarios may name readings; default true */
  readings?: boolean;
  /** matters to draw from; default all */
  matters?: readonly string[];
}

export function arbitraryScenario(ruleBook: RuleBook, shape: ScenarioShape = {}): fc.Arbitrary<ScenarioInput> {
  const { minProjects = 1, maxProjects = 6 } = shape;
  const matters = ruleBook.matters.filter((one) => shape.matters?.includes(one.id) ?? true);
  const sums = arbitrarySum(listFigures(ruleBook));
  const dates = arbitraryDate(ruleBook.policies);
  const project = fc.oneof(...matters.map((matter) => arbitraryProject(matter, sums, dates)));
  return fc
    .record({
      // Most money goes to enterprises: half of the scenarios should be theirs.
      type: fc.oneof(fc.constant('enterprise'), fc.constantFrom(...APPLICANT_TYPES)),
      readings: shape.readings === false ? fc.constant({}) : arbitraryReadings(ruleBook),
      projects: fc.array(project, { minLength: minProjects, maxLength: maxProjects }),
    })
    .map(({ type, readings, projects }) => ({
      applicant: { type },
      readings,
      projects: keepUniqueMatters(projects, matters).map((one, at) => ({ id: `p${at}`, ...one })),
    }));
}

type Draft = Omit<ProjectInput, 'id'>;

/** A second project of a unique matter would be an error: later ones are left out. */
function keepUniqueMatters(projects: Draft[], matters: readonly MatterRule[]): Draft[] {
  const seen = new Set<string>();
  return projects.filter(({ matter }) => {
    const again = seen.has(matter) && matters.some((one) => one.id === matter && one.unique);
    seen.add(matter);
    return !again;
  });
}

function arbitraryProject(
  matter: MatterRule,
  sums: fc.Arbitrary<number>,
  dates: fc.Arbitrary<string>,
): fc.Arbitrary<Draft> {
  const required = matter.facts.filter((fact) => fact.default === null).map((fact) => fact.name);
  const facts = fc.record(Object.fromEntries(matter.facts.map((fact) => [fact.name, arbitraryFact(fact, sums)])), {
    requiredKeys: required,
  });
  return fc.record({ matter: fc.constant(matter.id), date: dates, facts }) as fc.Arbitrary<Draft>;
}

function arbitraryFact(fact: FactRule, sums: fc.Arbitrary<number>): fc.Arbitrary<unknown> {
  switch (fact.kind) {
    case 'money':
      return sums;
    case 'money-list':
      return fc.array(sums, { minLength: fact.min, maxLength: fact.max });
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...fact.options.map((option) => option.id));
  }
}

/** Yuan with at most two decimals, around the figures of the rule book and anywhere. */
function arbitrarySum(figures: readonly number[]): fc.Arbitrary<number> {
  const near = fc
    .tuple(fc.constantFrom(...figures), fc.constantFrom(-1, 0, 0, 1), fc.constantFrom(1, 2, 5, 0.5, 10))
    .map(([fen, step, scale]) => Math.max(0, Math.round(fen * scale) + step) / 100);
  const small = fc.integer({ min: 0, max: 100_000 }).map((fen) => fen / 100);
  const usual = fc.integer({ min: 0, max: 50_000_000 });
  const any = fc.integer({ min: 0, max: 100_000_000_000_000 }).map((fen) => fen / 100);
  return fc.oneof(
    { weight: 4, arbitrary: near },
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: small },
    { weight: 4, arbitrary: usual },
    { weight: 1, arbitrary: any },
  );
}

/** Limits, sums and thresholds of the rule book in 分. */
function listFigures(ruleBook: RuleBook): number[] {
  const ofAmount = (amount: AmountRule): (number | null)[] => (amount.kind === 'fixed' ? [amount.sum] : [amount.max]);
  const figures = ruleBook.policies.flatMap(({ awards, caps }) => [
    ...awards.flatMap((award) => [
      ...[award.amount, ...award.alternatives.map((one) => one.amount)].flatMap(ofAmount),
      award.threshold?.min ?? null,
    ]),
    ...caps.map((cap) => cap.max),
  ]);
  return [...new Set(figures.filter((one) => one !== null)), 100];
}

function arbitraryDate(policies: readonly PolicyRule[]): fc.Arbitrary<string> {
  const edges = policies.flatMap(({ validity }) => [
    validity.effective,
    validity.expires ?? '2027-06-30',
    validity.appliesFrom ?? '2026-02-28',
  ]);
  const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
  const near = fc
    .tuple(fc.constantFrom(...edges), fc.integer({ min: -1, max: 1 }))
    .map(([edge, days]) => day(Date.parse(edge) + days * 86_400_000));
  const year = fc.integer({ min: 0, max: 729 }).map((days) => day(Date.parse('2026-01-01') + days * 86_400_000));
  const far = fc.integer({ min: 0, max: 3650 }).map((days) => day(Date.parse('2023-01-01') + days * 86_400_000));
  return fc.oneof({ weight: 1, arbitrary: near }, { weight: 5, arbitrary: year }, { weight: 1, arbitrary: far });
}

function arbitraryReadings(ruleBook: RuleBook): fc.Arbitrary<Record<string, string>> {
  const readings = ruleBook.policies.flatMap((policy) => policy.readings);
  if (readings.length === 0) return fc.constant({});
  return fc.record(
    Object.fromEntries(readings.map((one) => [one.id, fc.constantFrom(...one.options.map((option) => option.id))])),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, string>>;
}
