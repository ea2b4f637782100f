import type { IsoDate } from '../../domain/dates.ts';
import type { KnowledgeBase, PartEntry, PolicyEntry } from '../../model/knowledge-base.ts';
import { lookup } from '../../model/lookup.ts';
import type { PolicyNode } from '../../model/node.ts';
import { standsOn, turnWords } from '../../model/versions.ts';
import { element, xmlDocument, type Markup } from '../markup.ts';
import { expressionOf, metaOf } from './meta.ts';
import { container, hierarchy, removed } from './text.ts';

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/**
 * A policy in Akoma Ntoso 3.0: a collection of its parts, those with clauses as `act`, notices and forms as `doc`.
 * @param siteName the editor
 */
export function akomaNtosoOf(policy: PolicyEntry, kb: KnowledgeBase, siteName: string): string {
  const parts = policy.parts.map((part) =>
    element('component', { eId: part.id }, partDocument(part, policy, kb, siteName)),
  );
  const collection = element(
    'documentCollection',
    { name: 'policy' },
    metaOf(policy, expressionOf(policy, kb), siteName),
    element('collectionBody', {}, ...parts),
  );
  return xmlDocument(element('akomaNtoso', { xmlns: NAMESPACE }, collection));
}

function partDocument(part: PartEntry, policy: PolicyEntry, kb: KnowledgeBase, siteName: string): Markup {
  // a clause that is not there yet is not in the text of the day; one struck out keeps its place
  const nodes = part.nodes
    .flatMap((id) => lookup(kb).nodes.get(id) ?? [])
    .filter((node) => node.version?.struck || standsOn(node, kb.day));
  const meta = metaOf(policy, expressionOf(policy, kb), siteName, part.id);
  if (!nodes.some(({ kind }) => kind === 'clause')) {
    return element('doc', { name: part.id }, meta, element('mainBody', {}, ...tree(nodes, null, 0, kb.day)));
  }
  const preface = leading(nodes, 'title');
  const preamble = leading(nodes.slice(preface.length), 'preamble');
  const body = nodes.slice(preface.length + preamble.length);
  return element(
    'act',
    { name: part.id },
    meta,
    preface.length > 0 ? element('preface', {}, ...preface.map(container)) : null,
    preamble.length > 0 ? element('preamble', {}, ...preamble.map(container)) : null,
    element('body', {}, ...tree(body, null, 0, kb.day)),
  );
}

function leading(nodes: readonly PolicyNode[], kind: PolicyNode['kind']): PolicyNode[] {
  const end = nodes.findIndex((node) => node.kind !== kind);
  return nodes.slice(0, end === -1 ? nodes.length : end);
}

/** Nodes under a chapter, each with what stands under it; document order is kept. */
function tree(nodes: readonly PolicyNode[], chapter: string | null, depth: number, day: IsoDate): Markup[] {
  return nodes
    .filter((node) => node.chapter === chapter)
    .map((node) => {
      const gone = !standsOn(node, day) && turnWords(node);
      return gone ? removed(node, gone) : hierarchy(node, depth, tree(nodes, node.id, depth + 1, day));
    });
}
