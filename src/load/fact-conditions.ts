import type { ConditionRule, FactRule } from '../model/rulebook.ts';
import type { FactCase, FactTest } from '../schemas/award.ts';
import type { MatterFacts } from './facts.ts';
import type { Fault } from './fault.ts';
import { fault, within, type Place } from './quotes.ts';

/** A case of metadata as tests on the matter's facts. */
export function conditionsOf(
  facts: FactCase,
  matter: MatterFacts | null,
  place: Place,
  faults: Fault[],
): ConditionRule[] {
  return Object.entries(facts).flatMap(([name, test]) => {
    const at = within(place, name);
    const rule = matter?.require(name, at, faults);
    return rule ? conditionOf(rule, test, at, faults) : [];
  });
}

function conditionOf(rule: FactRule, test: FactTest, place: Place, faults: Fault[]): ConditionRule[] {
  const fail = (remedy: string): ConditionRule[] => {
    faults.push(fault(place, `“${JSON.stringify(test)}”不能用来检验“${rule.name}”`, remedy));
    return [];
  };
  switch (rule.kind) {
    case 'money':
      if (test === '> 0') return [{ fact: rule.name, test: 'positive' }];
      if (test === '= 0') return [{ fact: rule.name, test: 'zero' }];
      return fail('金额写 "> 0" 或 "= 0"；种类写在 matters/facts.yaml');
    case 'money-list':
      return fail('逐年金额不能作为情形；种类写在 matters/facts.yaml');
    case 'boolean':
      return typeof test === 'boolean'
        ? [{ fact: rule.name, test: 'any-of', values: [test] }]
        : fail('写 true 或 false；种类写在 matters/facts.yaml');
    case 'choice': {
      const values = Array.isArray(test) ? test : [test];
      const known = values.every((value) => rule.options.some((option) => option.id === value));
      return known
        ? [{ fact: rule.name, test: 'any-of', values }]
        : fail(`取值须是：${rule.options.map(({ id }) => id).join('、')}；选项写在 matters/facts.yaml`);
    }
  }
}
