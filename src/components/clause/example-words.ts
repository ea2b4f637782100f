import { chineseDate } from '../../domain/dates.ts';
import { fenFromYuan } from '../../domain/money.ts';
import { inQuotes } from '../../domain/text.ts';
import { wordMoney } from '../../explain/money.ts';
import { DETERMINED, DISCRETIONARY } from '../../explain/words.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { lookup } from '../../model/lookup.ts';
import type { ExampleCase, ExampleExpectation } from '../../model/node.ts';
import type { FactRule } from '../../model/rulebook.ts';

/** One project of a worked example as a row of the table. */
export interface ExampleRow {
  /** "2026年3月15日；器械类别 第三类；研发投入 800 万元" */
  given: string;
  /** "可算得 100 万元", one line a year, or why nothing is paid */
  gives: string[];
}

export function exampleRows(example: ExampleCase, kb: KnowledgeBase): ExampleRow[] {
  return example.scenario.projects.map((project) => {
    const matter = kb.rules.matters.find(({ id }) => id === project.matter);
    const facts = Object.entries(project.facts).map(([name, value]) => {
      const fact = matter?.facts.find((one) => one.name === name);
      return fact ? `${fact.label} ${factWords(fact, value)}` : '';
    });
    const expected = example.expect.filter((one) => one.project === project.id);
    return {
      given: [chineseDate(project.date), ...facts].filter(Boolean).join('；'),
      gives: expected.map((one) => resultWords(one, expected, kb)),
    };
  });
}

/** The title, with the options of readings that the example takes other than by default: "III 期，取“与 I、II 期相同”". */
export function titleWords({ title, scenario }: ExampleCase, kb: KnowledgeBase): string {
  const taken = Object.entries(scenario.readings).flatMap(([id, choice]) => {
    const option = lookup(kb)
      .readings.get(id)
      ?.options.find((one) => one.id === choice);
    return option ? [`，取${inQuotes(option.label)}`] : [];
  });
  return [title, ...taken].join('');
}

function factWords(fact: FactRule, value: unknown): string {
  switch (fact.kind) {
    case 'money':
      return yuanWords(value);
    case 'money-list':
      return Array.isArray(value) ? value.map(yuanWords).join('、') : '';
    case 'boolean':
      return value === true ? '是' : '否';
    case 'choice':
      return fact.options.find(({ id }) => id === value)?.label ?? '';
  }
}

function yuanWords(value: unknown): string {
  const fen = typeof value === 'number' ? fenFromYuan(value) : null;
  return fen === null ? '' : wordMoney(BigInt(fen));
}

function resultWords(one: ExampleExpectation, all: readonly ExampleExpectation[], kb: KnowledgeBase): string {
  if ('refused' in one) return kb.rules.reasons.find(({ id }) => id === one.refused)?.label ?? one.refused;
  const year = all.filter((other) => !('refused' in other)).length > 1 ? `${one.year} 年：` : '';
  const most = one.discretionary > 0 ? [`${DISCRETIONARY} ${wordMoney(BigInt(one.discretionary))}`] : [];
  const sure = one.determined > 0 ? [`${DETERMINED} ${wordMoney(BigInt(one.determined))}`] : [];
  return year + (most.length + sure.length === 0 ? [nothingLeft(one, kb)] : [...sure, ...most]).join('，');
}

/** 0 元 of an award with a formula is worked out, that of one with only a ceiling is the most there can be. */
function nothingLeft({ clause, award }: Exclude<ExampleExpectation, { refused: string }>, kb: KnowledgeBase): string {
  const isCeiling = lookup(kb).awards.get(`${clause}#${award}`)?.amount.kind === 'up-to';
  return `${isCeiling ? DISCRETIONARY : DETERMINED} ${wordMoney(0n)}`;
}
