import { APPLICANT_TYPES } from '../domain/applicants.ts';
import type { TopicEntry } from '../model/knowledge-base.ts';
import type { Source } from '../model/rulebook.ts';
import type { Comparable, ComparedNode, ComparedPolicy } from './comparable.ts';
import { keyOf } from './keys.ts';
import type { Cell, Row, Term, Value } from './types.ts';

/** Rows that hold for a topic as a whole: read from the clauses themselves, not from their awards. */
export function rowsOfTopic(kb: Comparable, topic: TopicEntry, money: boolean): Row[] {
  const columns = kb.policies.map((policy) => ({ policy, nodes: nodesOn(kb, topic, policy.id) }));
  const row = (term: Term, read: (nodes: ComparedNode[], policy: ComparedPolicy) => Value[]): Row => {
    const cells = columns.map(({ policy, nodes }) => ({
      policy: policy.id,
      cell: cellOf(term, nodes, read(nodes, policy)),
      others: [],
    }));
    return { term, cases: [], cells, differs: new Set(cells.map(keyOf)).size > 1, favour: { kind: 'none' } };
  };
  return [
    ...(money ? [] : [row('support', supportOf)]),
    ...(!money && topic.compares.includes('applicants') ? [row('applicants', applicantsOf)] : []),
    row('materials', (nodes) => materialsOf(nodes)),
    row('departments', (nodes) => departmentsOf(kb, nodes)),
    row('in-force', (nodes, policy) => periodOf(policy, nodes, topic)),
  ];
}

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

/** A place in a clause, as a source. */
export function place(node: ComparedNode, anchor: string | null, quote: string): Source {
  return {
    clause: node.id,
    anchor: anchor ?? '',
    label: node.label,
    url: anchor === null ? node.url : `${node.url}#${anchor}`,
    quote,
  };
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
  return nodes
    .filter(({ applicants }) => applicants.length > 0)
    .map((node): Value => {
      const types = APPLICANT_TYPES.filter((type) => node.applicants.includes(type));
      return { datum: { kind: 'applicants', types }, award: null, sources: [place(node, null, node.title)] };
    });
}

/** Each wording once, with every clause that asks for it. */
function materialsOf(nodes: readonly ComparedNode[]): Value[] {
  const found = new Map<string, Value>();
  for (const node of nodes) {
    for (const { anchor, text } of node.materials) {
      const source = place(node, anchor, text);
      const same = found.get(text);
      if (same) same.sources.push(source);
      else found.set(text, { datum: { kind: 'words', text }, award: null, sources: [source] });
    }
  }
  return [...found.values()];
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
