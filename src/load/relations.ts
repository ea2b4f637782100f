import type { PolicyNode } from '../model/node.ts';
import type { RuleBook } from '../model/rulebook.ts';
import { isTextOn, placeIdOf, termOf } from '../model/versions.ts';
import type { Fault } from './fault.ts';
import { isNumberedClause } from './node-forms.ts';
import { nodeIdOf } from './read-clause.ts';
import type { PolicyFolder } from './read-policies.ts';
import type { SharedContent } from './read-shared.ts';

/**
 * Clauses that carry each other out agree in both directions: who implements a clause is restated by it
 * and the other way round, they share a topic, and a clause that pays stands under the topics of its matters.
 */
export function checkRelations(
  folders: readonly PolicyFolder[],
  nodes: ReadonlyMap<string, PolicyNode>,
  rules: RuleBook,
  shared: SharedContent,
  faults: Fault[],
): void {
  const awardsOf = new Map(rules.policies.map(({ id, awards }) => [id, awards]));
  const clauseOf = new Map(rules.policies.flatMap(({ awards }) => awards.map(({ ref, clause }) => [ref, clause])));
  const numbered = Map.groupBy(
    [...nodes.values()].filter((node) => isNumberedClause(node) && /^\d+$/.test(node.node)),
    ({ policy, part }) => `${policy}/${part}`,
  );
  const topicsOf = new Map(shared.matters.map(({ value }) => [value.id, value.topics]));
  for (const { clauses } of folders) {
    for (const file of clauses) {
      const node = nodes.get(nodeIdOf(file));
      if (!node) continue;
      const report = (field: string, problem: string, remedy: string) =>
        faults.push({ file: file.file, line: file.locate([field]), field, problem, remedy });
      checkImplements(node, file.meta.implements, nodes, numbered.get(`${node.policy}/${node.part}`) ?? [], report);
      checkRestates(node, nodes, clauseOf, report);
      checkTopics(node, awardsOf.get(node.policy) ?? [], topicsOf, report);
      // a candidate is reported itself
      if (file.meta.awards.some(({ draft }) => draft)) continue;
      if (isNumberedClause(node) && /^\d+$/.test(node.node) && node.support.length === 0) {
        report('support', '既没有扶持项，也没有写支持方式', '写 support：unquantified、service 或 duty');
      }
    }
  }
}

type Report = (field: string, problem: string, remedy: string) => void;

/**
 * @param places the clauses that it carries out, each in the version that was in force when this one began to be
 * @param siblings the numbered clauses of its part
 */
function checkImplements(
  node: PolicyNode,
  places: readonly string[],
  nodes: ReadonlyMap<string, PolicyNode>,
  siblings: readonly PolicyNode[],
  report: Report,
): void {
  for (const id of places) {
    const target = textWhen(node, id, nodes);
    if (!target) continue;
    const missing = node.awards.filter((ref) => !target.restates.includes(ref));
    if (missing.length > 0)
      report(
        'implements',
        `${target.label}（${target.file}）的 restates 没有引 ${missing.join('、')}`,
        '在那里补上，或改 implements',
      );
    // what is carried out without a figure is promised without one
    if (node.awards.length === 0 && !node.support.every((kind) => target.support.includes(kind))) {
      report(
        'support',
        `本条的支持方式是 ${node.support.join('、')}，所细化的${target.label}（${target.file}）没有这一项`,
        '两处的 support 须一致',
      );
    }
    if (!target.topics.some((topic) => node.topics.includes(topic)))
      report('topics', `与所细化的${target.label}没有共同的议题`, '改 topics 或 implements');
  }
  if (places.length === 0 && siblings.includes(node) && siblings.some((one) => one.implements.length > 0)) {
    report('implements', '同一部分的其他条款都写明细化哪一条，这一条没有', '写 implements');
  }
}

function textWhen(node: PolicyNode, place: string, nodes: ReadonlyMap<string, PolicyNode>): PolicyNode | undefined {
  const from = node.version && termOf(node.version).from;
  if (!from) return nodes.get(place);
  return [...nodes.values()].find((one) => placeIdOf(one.id) === place && isTextOn(one, from));
}

function checkRestates(
  node: PolicyNode,
  nodes: ReadonlyMap<string, PolicyNode>,
  clauseOf: ReadonlyMap<string, string>,
  report: Report,
): void {
  for (const ref of node.restates) {
    const other = nodes.get(clauseOf.get(ref) ?? '');
    if (other && !other.implements.map(placeIdOf).includes(placeIdOf(node.id))) {
      report(
        'restates',
        `${other.label}（${other.file}）没有写它细化本条`,
        '在那里的 implements 里补上，或改 restates',
      );
    }
  }
}

/**
 * Who pays for a matter stands under every topic of the matter. And where a topic compares money, who pays at all pays for a
 * matter of it: else the comparison would say of a paying clause that it gives none.
 */
function checkTopics(
  node: PolicyNode,
  awards: RuleBook['policies'][number]['awards'],
  topicsOf: ReadonlyMap<string, readonly string[]>,
  report: Report,
): void {
  const own = awards.filter(({ ref }) => node.awards.includes(ref) || node.restates.includes(ref));
  const matters = [...new Set(own.map(({ matter }) => matter))];
  for (const matter of matters) {
    for (const topic of topicsOf.get(matter) ?? []) {
      if (!node.topics.includes(topic))
        report('topics', `缺少议题“${topic}”：事项 matters/${matter}.yaml 属于它`, '补上，或改事项的 topics');
    }
  }
  if (own.length === 0) return;
  const withMoney = new Set([...topicsOf.values()].flat());
  const paid = new Set(matters.flatMap((matter) => topicsOf.get(matter) ?? []));
  for (const topic of node.topics) {
    if (withMoney.has(topic) && !paid.has(topic))
      report(
        'topics',
        `本条给钱，所给的事项（${matters.map((matter) => `matters/${matter}.yaml`).join('、')}）却都不属于议题“${topic}”，对照会说它在那里没有给钱的条款`,
        '在事项的 topics 里补上它，或从这里去掉',
      );
  }
}
