import type { PolicyResult } from '../../engine/index.ts';
import { DETERMINED, DISCRETIONARY, wordMoney } from '../../explain/index.ts';
import type { Fault } from '../../load/fault.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { allTexts, citedLabel } from '../../model/versions.ts';
import { expectedOf, fingerprint, outcomesOf, placeOfExample, type Outcome, type Trial } from './trials.ts';
import type { Locate } from './locate.ts';

/** Compares what an example expects with what the engine gives: one fault a project that differs. */
export function compareExample(
  trial: Trial,
  result: PolicyResult,
  knowledgeBase: KnowledgeBase,
  locate: Locate,
): Fault[] {
  const [expected, given] = [expectedOf(trial.example), outcomesOf(result)];
  return trial.scenario.projects.flatMap(({ id }, at): Fault[] => {
    const [want, got] = [expected, given].map((all) => all.filter(({ project }) => project === id)) as [
      Outcome[],
      Outcome[],
    ];
    if (fingerprint(want) === fingerprint(got)) return [];
    const { file, path: example } = placeOfExample(trial);
    const path = [...example, 'projects', at, 'expect'];
    return [
      {
        file,
        line: locate(file, path),
        field: path.join('.'),
        problem: `算例“${trial.example.title}”写的是 ${wordAll(want, knowledgeBase)}，引擎算得 ${wordAll(got, knowledgeBase)}`,
        remedy: wordRemedy(trial, at, want, got, knowledgeBase),
      },
    ];
  });
}

function wordAll(outcomes: readonly Outcome[], knowledgeBase: KnowledgeBase): string {
  return outcomes.map((one) => wordOutcome(one, knowledgeBase)).join('、') || '没有结果';
}

function wordOutcome(one: Outcome, knowledgeBase: KnowledgeBase): string {
  const { rules } = knowledgeBase;
  if (!one.award) {
    const reason = rules.reasons.find(({ id }) => id === one.reason);
    return `不予支持 ${one.reason}${reason ? `（${reason.label}）` : ''}`;
  }
  const { clause, id } = one.award;
  const node = allTexts(knowledgeBase).find(({ id }) => id === clause);
  const label = node ? citedLabel(node) : clause;
  const sums = [
    ...(one.determined > 0n || one.discretionary === 0n ? [`${DETERMINED} ${wordMoney(one.determined)}`] : []),
    ...(one.discretionary > 0n ? [`${DISCRETIONARY} ${wordMoney(one.discretionary)}`] : []),
  ];
  const over = one.over.length > 0 ? `（另有 ${one.over.join('、')} 也适用而较低）` : '';
  return `${one.year} 年 ${label} ${id} ${sums.join('，')}${over}`;
}

/** Where else the cause may stand: the clause that pays instead, the matter's defaults, the reasons. */
function wordRemedy(
  { node, scenario, example }: Trial,
  at: number,
  want: Outcome[],
  got: Outcome[],
  knowledgeBase: KnowledgeBase,
): string {
  const { rules } = knowledgeBase;
  const clauses = [...want, ...got].flatMap(({ award, over }) => [
    ...(award ? [award.clause] : []),
    ...over.map((ref) => ref.split('#')[0]),
  ]);
  const others = allTexts(knowledgeBase)
    .filter((one) => one !== node && clauses.includes(one.id))
    .map(({ file }) => file);
  const project = scenario.projects[at];
  const matter = rules.matters.find(({ id }) => id === project?.matter);
  const given = example.scenario.projects[at]?.facts ?? {};
  const defaults =
    matter?.facts.filter(({ name, default: preset }) => preset !== null && !Object.hasOwn(given, name)) ?? [];
  const refused = [...want, ...got].some(({ reason }) => reason !== null);
  return [
    [...want, ...got].some(({ over }) => over.length > 0)
      ? '对照正文，改扶持项或算例；同时适用而未取的写在 over'
      : '对照正文，改扶持项或算例',
    ...[...new Set(others)].map((file) => `涉及的另一条在 ${file}`),
    ...(defaults.length > 0
      ? [`没写的 ${defaults.map(({ name }) => name).join('、')} 取 matters/${matter?.id}.yaml 的默认值`]
      : []),
    ...(refused ? ['拒付理由及其先后在 matters/facts.yaml'] : []),
    ...(Object.keys(example.scenario.readings).length > 0 || node.readings.length > 0
      ? [`口径及其默认在 policies/${node.policy}/readings.yaml`]
      : []),
  ].join('；');
}
