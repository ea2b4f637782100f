import { APPLICANT_TYPES } from '../domain/applicants.ts';
import type { TopicEntry } from '../model/knowledge-base.ts';
import type { AwardRule } from '../model/rulebook.ts';
import type { Comparable, ComparedNode, ComparedPolicy } from './comparable.ts';
import { keyOf } from './keys.ts';
import { materialsOf } from './materials.ts';
import { isUnquantified, place, withoutAwards } from './places.ts';
import type { Cell, Row, Term, Value } from './types.ts';

/** Rows that hold for a topic as a whole: read from the clauses themselves, not from their awards. @param awards in force */
export function rowsOfTopic(kb: Comparable, topic: TopicEntry, awards: readonly AwardRule[], money: boolean): Row[] {
  const columns = kb.policies.map((policy) => {
    const nodes = nodesOn(kb, topic, policy.id);
    const own = awards.filter(({ clause, matter }) => topic.matters.includes(matter) && isAmong(clause, nodes));
    return { policy, nodes, awards: own, open: money ? nodes.filter(isUnquantified) : [] };
  });
  const row = (term: Term, read: (column: (typeof columns)[number]) => Value[], ofOpen = false): Row => {
    const cells = columns.map((column) => ({
      policy: column.policy.id,
      cell: cellOf(term, ofOpen ? column.open : column.nodes, read(column)),
      others: [],
    }));
    return { term, cases: [], cells, differs: new Set(cells.map(keyOf)).size > 1, favour: { kind: 'none' } };
  };
  return [
    ...(money ? [] : [row('support', ({ nodes }) => supportOf(nodes))]),
    ...(!money && topic.compares.includes('applicants') ? [row('applicants', ({ nodes }) => applicantsOf(nodes))] : []),
    // beside the sums of its awards a topic with money can promise support of which no sum is written
    ...(columns.some(({ open }) => open.length > 0)
      ? [
          row('support', ({ open, awards: own }) => openSupportOf(open, own), true),
          row('applicants', ({ open, awards: own }) => openApplicantsOf(open, own), true),
        ]
      : []),
    row('materials', ({ nodes, awards: own }) => materialsOf(nodes, own)),
    row('departments', ({ nodes }) => departmentsOf(kb, nodes)),
    row('in-force', ({ policy, nodes }) => periodOf(policy, nodes, topic)),
  ];
}

const isAmong = (clause: string, nodes: readonly ComparedNode[]): boolean => nodes.some(({ id }) => id === clause);

export function nodesOn(kb: Comparable, topic: TopicEntry, policy: string): ComparedNode[] {
  const ids = new Set(topic.clauses.find((one) => one.policy === policy)?.nodes);
  return ids.size === 0 ? [] : kb.nodes.filter(({ id }) => ids.has(id));
}

function cellOf(term: Term, nodes: readonly ComparedNode[], values: Value[]): Cell {
  if (nodes.length === 0) return { kind: 'absent' };
  // clauses on scope or execution give no support of any kind
  if (term === 'support' && values.length === 0) return { kind: 'inapplicable' };
  return values.length === 0 ? { kind: 'silent' } : { kind: 'stated', values };
}

function supportOf(nodes: readonly ComparedNode[]): Value[] {
  return nodes.flatMap((node) =>
    node.support
      .filter((support) => support !== 'none')
      .map((support): Value => ({
        datum: { kind: 'support', support },
        award: null,
        sources: [place(node, null, node.title)],
      })),
  );
}

function applicantsOf(nodes: readonly ComparedNode[]): Value[] {
  return nodes.filter(({ applicants }) => applicants.length > 0).map((node) => applicantsIn(node, null));
}

function applicantsIn(node: ComparedNode, award: string | null): Value {
  const types = APPLICANT_TYPES.filter((type) => node.applicants.includes(type));
  return { datum: { kind: 'applicants', types }, award, sources: [place(node, null, node.title)] };
}

/** 未写数额的支持, by the titles of the clauses that give nothing else; a clause that pays besides is a further place of it. */
function openSupportOf(open: readonly ComparedNode[], awards: readonly AwardRule[]): Value[] {
  const places = (nodes: readonly ComparedNode[]) => nodes.map((node) => place(node, null, node.title));
  const bare = withoutAwards(open, awards);
  const also = places(open.filter((node) => !bare.includes(node)));
  const datum = { kind: 'support', support: 'unquantified' } as const;
  if (bare.length === 0) return also.length === 0 ? [] : [{ datum, award: null, sources: also }];
  return bare.map((node) => ({ datum, award: node.title, sources: [...also, ...places([node])] }));
}

/** Who may claim it. The applicants of a clause that pays besides are those of its awards. */
function openApplicantsOf(open: readonly ComparedNode[], awards: readonly AwardRule[]): Value[] {
  return withoutAwards(open, awards)
    .filter(({ applicants }) => applicants.length > 0)
    .map((node) => applicantsIn(node, node.title));
}

function departmentsOf(kb: Comparable, nodes: readonly ComparedNode[]): Value[] {
  return kb.departments.flatMap((entry): Value[] => {
    const sources = nodes.filter(({ id }) => entry.nodes.includes(id)).map((node) => place(node, null, entry.short));
    return sources.length === 0 ? [] : [{ datum: { kind: 'department', name: entry.full }, award: null, sources }];
  });
}

/** 参照执行 of measures that give money stands where clauses give some, and where validity itself is the topic. */
function periodOf(policy: ComparedPolicy, nodes: readonly ComparedNode[], { compares }: TopicEntry): Value[] {
  const { validity, dateSources } = policy;
  const all = policy.byReference?.onlyFunding === null || compares.includes('in-force') || nodes.some(givesMoney);
  const byReference = all ? policy.byReference : null;
  const places = [
    dateSources.effective,
    dateSources.expires,
    ...(byReference && dateSources.byReference ? [dateSources.byReference] : []),
  ];
  const sources = [...new Map(places.map((one) => [one.url, one])).values()];
  return [{ datum: { kind: 'period', validity, byReference }, award: null, sources }];
}

function givesMoney({ support }: ComparedNode): boolean {
  return support.some((kind) => kind === 'formula' || kind === 'fixed' || kind === 'up-to');
}
