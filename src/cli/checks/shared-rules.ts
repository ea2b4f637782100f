import { compile, parseScenario, type PolicyResult } from '../../engine/index.ts';
import { APPLICANT_TYPE, NOT_IN_FORCE, OWN_REASONS } from '../../engine/reasons.ts';
import type { Fault } from '../../load/fault.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { AwardRule, FactRule, RuleBook } from '../../model/rulebook.ts';
import type { Locate } from './locate.ts';
import { changes, fingerprint, outcomesOf, runTrial, type Trial } from './trials.ts';

const FACTS = 'matters/facts.yaml';

/** Reasons in their order, defaults of facts and options of readings: each is proved by an example somewhere. */
export function findUnprovedShared(
  knowledgeBase: KnowledgeBase,
  results: ReadonlyMap<Trial, PolicyResult>,
  known: ReadonlyMap<Trial, string>,
  locate: Locate,
): Fault[] {
  return [
    ...checkOwnReasons(knowledgeBase.rules, locate),
    ...checkReasonOrder(knowledgeBase.rules, known, locate),
    ...checkDefaults(knowledgeBase.rules, known, locate),
    ...checkOptions(knowledgeBase, results, locate),
  ];
}

function checkOwnReasons({ reasons }: RuleBook, locate: Locate): Fault[] {
  return OWN_REASONS.filter((id) => !reasons.some((reason) => reason.id === id)).map((id) => ({
    file: FACTS,
    line: locate(FACTS, ['reasons']),
    field: 'reasons',
    problem: `缺少拒付理由“${id}”，测算时要用到`,
    remedy: '在 reasons 里补上',
  }));
}

/** Two reasons that can both hold of one award: some example shows which is told first. */
function checkReasonOrder(rules: RuleBook, known: ReadonlyMap<Trial, string>, locate: Locate): Fault[] {
  const trials = [...known.keys()].filter(({ example }) => example.expect.some((one) => 'refused' in one));
  const together = new Set(
    rules.policies.flatMap(({ awards }) => awards.flatMap((award) => pairsOf(reasonsOf(award, rules)))),
  );
  return rules.reasons.flatMap((later, at) =>
    rules.reasons.slice(0, at).flatMap((earlier, before): Fault[] => {
      if (!together.has(`${earlier.id} ${later.id}`) && !together.has(`${later.id} ${earlier.id}`)) return [];
      const rest = rules.reasons.filter((one) => one !== later);
      const reasons = [...rest.slice(0, before), later, ...rest.slice(before)];
      if (changes(trials, known, { ...rules, reasons })) return [];
      return [
        {
          file: FACTS,
          line: locate(FACTS, ['reasons', at]),
          field: `reasons.${at}`,
          problem: `没有算例检验“${earlier.label}”先于“${later.label}”`,
          remedy: '在有这两项条件的条款里补一个两项都不符合的算例',
        },
      ];
    }),
  );
}

function reasonsOf(award: AwardRule, { matters }: RuleBook): string[] {
  const facts = matters.find(({ id }) => id === award.matter)?.facts ?? [];
  const zero = [award.amount, ...award.alternatives.map((one) => one.amount)].flatMap((amount) => {
    const base =
      amount.kind === 'share' || amount.kind === 'match' ? facts.find(({ name }) => name === amount.of) : undefined;
    return base?.kind === 'money' && base.whenZero !== null ? [base.whenZero] : [];
  });
  return [
    NOT_IN_FORCE,
    APPLICANT_TYPE,
    ...award.requires.map(({ reason }) => reason),
    ...(award.threshold ? [award.threshold.reason] : []),
    ...zero,
  ];
}

function pairsOf(reasons: readonly string[]): string[] {
  const all = [...new Set(reasons)];
  return all.flatMap((one, at) => all.slice(at + 1).map((other) => `${one} ${other}`));
}

/** A default that no example relies on could be anything. */
function checkDefaults(rules: RuleBook, known: ReadonlyMap<Trial, string>, locate: Locate): Fault[] {
  return rules.matters.flatMap((matter) => {
    const file = `matters/${matter.id}.yaml`;
    const about = [...known.keys()].filter(({ scenario }) =>
      scenario.projects.some((project) => project.matter === matter.id),
    );
    return matter.facts.flatMap((fact, index): Fault[] => {
      const other = otherDefault(fact);
      if (!other) return [];
      const silent = about.filter(({ example }) =>
        example.scenario.projects.some(({ facts }) => !Object.hasOwn(facts, fact.name)),
      );
      const facts = matter.facts.map((one) => (one === fact ? other : one));
      const engine = compile({
        ...rules,
        matters: rules.matters.map((one) => (one === matter ? { ...matter, facts } : one)),
      });
      const noticed = silent.some((trial) => {
        const parsed = parseScenario(engine, trial.example.scenario);
        return (
          !parsed.ok ||
          fingerprint(outcomesOf(runTrial(engine, { ...trial, scenario: parsed.scenario }))) !== known.get(trial)
        );
      });
      if (noticed) return [];
      const path = ['facts', index, 'default'];
      const problem = `没有算例检验“${fact.label}”的默认值`;
      return [
        {
          file,
          line: locate(file, path),
          field: path.join('.'),
          problem,
          remedy: '补一个不写这一事实、换了默认值结果就不同的算例',
        },
      ];
    });
  });
}

function otherDefault(fact: FactRule): FactRule | null {
  if (fact.default === null) return null;
  switch (fact.kind) {
    case 'boolean':
      return { ...fact, default: !fact.default };
    case 'money':
      return { ...fact, default: fact.default + 100_000_000 };
    case 'choice':
      return { ...fact, default: fact.options.find(({ id }) => id !== fact.default)?.id ?? null };
  }
}

/** Each option of each reading is taken by an example on which the reading bears. */
function checkOptions({ readings }: KnowledgeBase, results: ReadonlyMap<Trial, PolicyResult>, locate: Locate): Fault[] {
  return readings.flatMap(({ id, policy, title, options }) => {
    const file = `policies/${policy}/readings.yaml`;
    const index = readings.filter((one) => one.policy === policy).findIndex((one) => one.id === id);
    const taken = new Set(
      [...results.values()]
        .filter((result) => result.reached.includes(id))
        .map((result) => result.readings.find(({ reading }) => reading === id)?.option),
    );
    return options.flatMap((option, at): Fault[] => {
      if (taken.has(option.id)) return [];
      const path = ['readings', index, 'options', at];
      return [
        {
          file,
          line: locate(file, path),
          field: path.join('.'),
          problem: `口径“${title}”的选项“${option.label}”没有算例`,
          remedy: '在用到它的条款里补一个算例，readings 写这个选项',
        },
      ];
    });
  });
}
