/** A rule book of one matter and one policy, for one word of the schema at a time. */
import {
  compile,
  evaluate,
  parseScenario,
  type Engine,
  type PolicyResult,
  type Scenario,
} from '../../src/engine/index.ts';
import type { AwardRule, CapRule, FactRule, PolicyRule, ReadingRule, RuleBook } from '../../src/model/rulebook.ts';
import { MARK, award, choice, money, wan, yesNo } from '../fixtures/builders.ts';
import { reasons } from '../fixtures/matters.ts';

export const FACTS: FactRule[] = [
  money('base', '投入'),
  money('other', '其他投入', 0),
  { ...money('municipalSupport', '市级支持资金', 0), whenZero: 'no-municipal-support' },
  { ...money('price', '首付款', wan(10_000)), belowThreshold: 'below-threshold' },
  { kind: 'money-list', name: 'yearly', label: '各年投入', help: null, default: null, min: 1, max: 10 },
  choice('kind', '类别', ['a', 'b', 'c']),
  yesNo('made', '是否生产', true, 'not-produced'),
  yesNo('related', '是否关联', false, 'related-parties'),
];

export type AwardDraft = Partial<Parameters<typeof award>[0]>;

export function tinyAward(draft: AwardDraft): AwardRule {
  const order = draft.order ?? 1;
  return award({
    clause: `p/x/${order}`,
    id: 'only',
    matter: 'm',
    amount: { kind: 'fixed', sum: 100 },
    order,
    ...draft,
  });
}

export interface TinyOptions {
  caps?: CapRule[];
  readings?: ReadingRule[];
  unique?: boolean;
}

export function tinyBook(
  awards: AwardRule[],
  { caps = [], readings = [], unique = false }: TinyOptions = {},
): RuleBook {
  const policy: PolicyRule = {
    id: 'p',
    title: 'p',
    shortTitle: 'p',
    district: '甲区',
    mark: MARK,
    validity: { effective: '2026-01-01', expires: '2027-12-31', appliesFrom: '2025-07-01' },
    funding: null,
    scope: [],
    readings,
    awards,
    caps,
  };
  const matter = { id: 'm', title: '事项', plain: '事项', dateLabel: '日期', unique, facts: FACTS };
  return { reasons, matters: [matter], policies: [policy] };
}

export type TinyFacts = Record<string, unknown>;

export interface TinyProject {
  facts?: TinyFacts;
  date?: string | null;
}

export const BASE_FACTS: TinyFacts = { base: 1000, yearly: [100], kind: 'a' };

export function tinyScenario(
  engine: Engine,
  projects: readonly TinyProject[],
  { applicant = 'enterprise', readings = {}, partial = false } = {},
): Scenario {
  const input = {
    applicant: { type: applicant },
    readings,
    projects: projects.map(({ facts, date = '2026-03-15' }, at) => ({
      id: `p${at}`,
      matter: 'm',
      date,
      facts: { ...BASE_FACTS, ...facts },
    })),
  };
  const parsed = parseScenario(engine, input, { partial });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.scenario;
}

/** What the only policy gives. */
export function run(
  book: RuleBook,
  projects: readonly TinyProject[],
  options?: Parameters<typeof tinyScenario>[2],
): PolicyResult {
  const engine = compile(book);
  const [result] = evaluate(engine, tinyScenario(engine, projects, options)).policies;
  if (!result) throw new Error('The rule book has a policy');
  return result;
}

/** "determined/discretionary" of each award in yuan cents, or the reason of each refusal. */
export function outcomes({ awards, refused }: PolicyResult): string[] {
  return [
    ...awards.map((one) => `${one.determined}/${one.discretionary}`),
    ...refused.map((one) => `${one.reason}@${one.clause}`),
  ];
}
