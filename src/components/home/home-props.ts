import { compareTopic, firstSide } from '../../compare/index.ts';
import { compile, evaluate, parseScenario } from '../../engine/index.ts';
import type { HomeQuestionProps } from '../../islands/home/HomeQuestion.tsx';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { FactRule } from '../../model/rulebook.ts';
import type { ExampleCase } from '../../model/node.ts';
import { calculatorOf } from '../calculator-props.ts';
import { href } from '../link.ts';

/** All matters; first the one that tells the policies apart most closely, with an example on which they differ. */
export function homeQuestion(kb: KnowledgeBase, now: Date): HomeQuestionProps {
  const side = firstSide(kb);
  const examples = side.nodes.flatMap((node) => node.examples);
  const differing = examples
    .filter((example) => differs(side, example))
    .sort((a, b) => unusual(side, a) - unusual(side, b));
  const matters = kb.rules.matters.map(({ id }) => id);
  const props = calculatorOf(matters, differing, kb, now);
  return {
    ...props,
    matter: firstMatter(side) ?? props.matter,
    matterWords: 'plain',
    brief: true,
    more: href('/calculate/'),
  };
}

/** Of the first topic on which every policy gives money: the matter with the most cases. */
function firstMatter(kb: KnowledgeBase): string | null {
  for (const topic of kb.topics) {
    const { cases } = compareTopic(kb, topic);
    const shared = topic.matters.filter((matter) =>
      kb.rules.policies.every(({ awards }) => awards.some((award) => award.matter === matter)),
    );
    const [most] = shared.sort((a, b) => count(b) - count(a));
    if (most) return most;
    function count(matter: string): number {
      return cases.filter((one) => one.matter === matter).length;
    }
  }
  return null;
}

/** How many facts of an example are not as they are by default: the fewer, the plainer. */
function unusual(kb: KnowledgeBase, { scenario }: ExampleCase): number {
  return scenario.projects.reduce((sum, { matter, facts }) => {
    const rules = kb.rules.matters.find(({ id }) => id === matter)?.facts ?? [];
    const odd = rules.filter(
      (fact) => fact.default !== null && facts[fact.name] !== undefined && facts[fact.name] !== yuanOf(fact),
    );
    return sum + odd.length;
  }, 0);
}

function yuanOf(fact: FactRule): unknown {
  return fact.kind === 'money' && fact.default !== null ? fact.default / 100 : fact.default;
}

function differs(kb: KnowledgeBase, { scenario }: ExampleCase): boolean {
  const engine = compile(kb.rules);
  const parsed = parseScenario(engine, scenario);
  if (!parsed.ok) return false;
  const sums = evaluate(engine, parsed.scenario).policies.map((one) => one.determined + one.discretionary);
  return sums.every((sum) => sum > 0n) && new Set(sums).size > 1;
}
