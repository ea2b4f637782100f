import { shanghaiToday } from '../domain/dates.ts';
import { firstSide } from '../compare/index.ts';
import { sliceRuleBook } from '../engine/index.ts';
import type { CalculatorProps } from '../islands/calculator/props.ts';
import { answersFrom, emptyAnswers } from '../islands/state/defaults.ts';
import type { Answers } from '../islands/state/form-state.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { lookup } from '../model/lookup.ts';
import type { ExampleCase, PolicyNode } from '../model/node.ts';
import type { MatterRule, RuleBook } from '../model/rulebook.ts';
import { citedLabel } from '../model/versions.ts';
import { awardsOf } from './clause/derive.ts';

/** The worked examples of a clause, or of those that carry it out. */
export function examplesOfClause(node: PolicyNode, kb: KnowledgeBase): ExampleCase[] {
  if (node.examples.length > 0) return node.examples;
  const clauses = new Set(awardsOf(node, kb).map((award) => award.clause));
  return lookup(kb)
    .textsOf(node.policy)
    .filter(({ id }) => clauses.has(id))
    .flatMap(({ examples }) => examples);
}

/** What a clause's page hands to its calculator. */
export function calculatorOfClause(node: PolicyNode, kb: KnowledgeBase, now: Date): CalculatorProps {
  const awards = awardsOf(node, kb);
  const matters = [...new Set(awards.map(({ matter }) => matter))];
  const focus = { policy: node.policy, label: citedLabel(node), awards: awards.map(({ ref }) => ref) };
  return { ...calculatorOf(matters, examplesOfClause(node, kb), kb, now, node.policy), focus };
}

/**
 * The calculator of some matters, each starting with the first of the examples that is paid.
 * @param examples preferred ones; those of all clauses serve where they have none
 * @param own the policy that the page is about: of many, the page brings it and the first others
 */
export function calculatorOf(
  matters: readonly string[],
  examples: readonly ExampleCase[],
  kb: KnowledgeBase,
  now: Date,
  own: string | null = null,
): CalculatorProps {
  const rules = sliceRuleBook(firstSide(kb, own).rules, matters);
  return {
    rules,
    matter: matters.find((id) => isPaid(id, rules)) ?? matters[0] ?? '',
    starts: Object.fromEntries(
      rules.matters.map((matter) => [matter.id, startOf(matter, examples) ?? startOfAny(matter, kb)]),
    ),
    focus: null,
    today: shanghaiToday(now),
  };
}

function isPaid(matter: string, { policies }: RuleBook): boolean {
  return policies.some(({ awards }) => awards.some((award) => award.matter === matter));
}

function startOf(matter: MatterRule, examples: Iterable<ExampleCase>): Answers | null {
  for (const { scenario, expect } of examples) {
    const [project] = scenario.projects;
    const isPlain = scenario.projects.length === 1 && Object.keys(scenario.readings).length === 0;
    const isPaid = expect.some((one) => 'determined' in one && one.determined + one.discretionary > 0);
    if (project?.matter === matter.id && isPlain && isPaid) return answersFrom(matter, project.facts);
  }
  return null;
}

const anyStarts = new WeakMap<KnowledgeBase, Map<string, Answers>>();

/** From the examples of all clauses; empty where none serves. */
function startOfAny(matter: MatterRule, kb: KnowledgeBase): Answers {
  const known = anyStarts.get(kb) ?? new Map<string, Answers>();
  anyStarts.set(kb, known);
  const start =
    known.get(matter.id) ??
    startOf(
      matter,
      kb.nodes.values().flatMap((node) => node.examples),
    ) ??
    emptyAnswers(matter);
  known.set(matter.id, start);
  return start;
}
