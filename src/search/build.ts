/** The records to index and the catalogue to ship, from the knowledge base. Pure; the integration writes the files. */
import { piecesOf } from '../model/blocks.ts';
import { SUPPORT_WORDS } from '../model/support.ts';
import type { KnowledgeBase, PartEntry, PolicyEntry } from '../model/knowledge-base.ts';
import type { PolicyNode } from '../model/node.ts';
import { turnWords } from '../model/versions.ts';
import {
  KINDS,
  SUPPLEMENTARY_PART,
  SUPPORTS,
  type Catalogue,
  type Labels,
  type NodeFacts,
  type PackedAnchor,
  type PackedNode,
} from './catalogue.ts';
import { namesOf } from './name-build.ts';
import { BOUNDARY, normalise, tokens } from './normalise.ts';

/** What Pagefind indexes of a run of nodes: a token a character, a boundary between pieces. */
export function recordOf(nodes: readonly PolicyNode[]): string {
  return nodes
    .flatMap(({ blocks }) => piecesOf(blocks))
    .map(({ piece }) => tokens(normalise(piece.text)).join(' '))
    .join(` ${BOUNDARY} `);
}

/** The runs of nodes that are a record each of a small site: a part, since its texts decide, and a coarser index is smaller. */
export function splitRecords(nodes: readonly PolicyNode[]): PolicyNode[][] {
  const records: PolicyNode[][] = [];
  for (const node of nodes) {
    const last = records.at(-1)?.[0];
    if (last?.policy === node.policy && last.part === node.part) records.at(-1)?.push(node);
    else records.push([node]);
  }
  return records;
}

/** A clause's texts as the search ships them. The title is left out where the first text ends in it: then its place is told. */
export function packOf(node: PolicyNode): PackedNode {
  const anchors: PackedAnchor[] = [];
  for (const { anchor, piece } of piecesOf(node.blocks)) {
    const last = anchors.at(-1);
    if (last?.[0] === anchor) last.push(piece.text);
    else anchors.push([anchor, piece.text]);
  }
  const first = anchors[0]?.[1] ?? '';
  const turn = turnWords(node);
  const place = turn === null && first.endsWith(node.title) ? first.length - node.title.length : -1;
  const title = turn === null ? node.title : `${node.title}（${turn}）`;
  return [node.node, node.label, place < 0 ? title : place, node.hasPage ? 0 : node.url, anchors];
}

/** Texts small enough stand in one pack; of more, each holds a few clauses, so that a query loads only those it shows. */
export function splitPacks(nodes: readonly PolicyNode[], whole: number, size = 800): PolicyNode[][] {
  const total = nodes.reduce((sum, { text }) => sum + text.length, 0);
  if (total <= whole) return [[...nodes]];
  const packs: PolicyNode[][] = [];
  let room = 0;
  for (const node of nodes) {
    if (room <= 0) {
      packs.push([]);
      room = size;
    }
    packs.at(-1)?.push(node);
    room -= node.text.length;
  }
  return packs;
}

/** What is known of each node. */
export function factsOf(kb: KnowledgeBase): NodeFacts[] {
  const parts = partsOf(kb);
  const places = new Map(kb.nodes.map(({ id }, index) => [id, index]));
  const sums = sumsOf(kb);
  const facts = (node: PolicyNode, index: number): NodeFacts => [
    parts.findIndex(({ policy, part }) => kb.policies[policy]?.id === node.policy && part.id === node.part),
    KINDS.indexOf(node.kind),
    numberOf(node.node),
    index - (places.get(node.implements[0] ?? '') ?? index),
    indexesOf(kb.topics, ({ id }) => node.topics.includes(id)),
    indexesOf(kb.departments, ({ nodes }) => nodes.includes(node.id)),
    node.support.filter((kind) => kind !== 'none').map((kind) => SUPPORTS.indexOf(kind)),
    Math.max(0, ...[...node.awards, ...node.restates].map((ref) => sums.get(ref) ?? 0)),
  ];
  return kb.nodes.map(facts);
}

function numberOf(node: string): number {
  if (node === 'supplementary') return SUPPLEMENTARY_PART;
  const [, supplementary, number] = /^(supplementary-)?(\d+)$/.exec(node) ?? [];
  return number === undefined ? 0 : Number(number) * (supplementary ? -1 : 1);
}

function partsOf({ policies }: KnowledgeBase): { policy: number; part: PartEntry }[] {
  return policies.flatMap((policy, index) => policy.parts.map((part) => ({ policy: index, part })));
}

/** The lists that everything refers to. */
export function catalogueOf(kb: KnowledgeBase): Omit<Catalogue, 'files' | 'texts'> {
  return {
    policies: kb.policies.map((policy) => ({
      id: policy.id,
      name: policy.shortTitle,
      seal: policy.mark.seal,
      shape: policy.mark.shape,
      aliases: policyAliases(policy),
    })),
    parts: partsOf(kb).map(({ policy, part }) => ({
      policy,
      id: part.id,
      title: part.title,
      aliases: partAliases(part, kb.nodes),
    })),
    synonyms: kb.search.synonyms.map((group) => group.map(normalise)),
  };
}

export function labelsOf(kb: KnowledgeBase): Labels {
  return {
    topics: kb.topics.map(({ title }) => title),
    topicIds: kb.topics.map(({ id }) => id),
    departments: kb.departments.map(({ short }) => short),
    supports: SUPPORTS.map((kind) => SUPPORT_WORDS[kind]),
    names: namesOf(kb),
    questions: kb.search.questions.map(normalise).sort((a, b) => b.length - a.length),
  };
}

/** Largest sum in 万元 that each award can name: its own ceiling or fixed sum, else that of the year. */
function sumsOf(kb: KnowledgeBase): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { awards, caps } of kb.rules.policies) {
    for (const { ref, amount, alternatives, caps: counted } of awards) {
      const own = [amount, ...alternatives.map((one) => one.amount)].map((one) =>
        one.kind === 'fixed' ? one.sum : (one.max ?? 0),
      );
      const yearly = counted.map(({ cap }) => caps.find((one) => one.ref === cap)?.max ?? 0);
      sums.set(ref, Math.max(0, ...own, ...yearly) / 1_000_000);
    }
  }
  return sums;
}

function indexesOf<T>(list: readonly T[], holds: (one: T) => boolean): number[] {
  return list.flatMap((one, index) => (holds(one) ? [index] : []));
}

/** The district with and without its last character, the id with and without its year: as people type them. */
function policyAliases({ id, district, shortTitle }: PolicyEntry): string[] {
  const bare = district.replace(/[省市区县]$/, '');
  return unique([district, bare, shortTitle, id, id.replace(/-\d+$/, '')]);
}

/** The part's title and its ends ("若干意见", "意见"), its id, and the word its labels begin with. */
function partAliases(part: PartEntry, nodes: readonly PolicyNode[]): string[] {
  const numbered = nodes.find(({ id, node }) => part.nodes.includes(id) && /^\d+$/.test(node));
  const word = /^\p{Script=Han}{2,}/u.exec(numbered?.label ?? '')?.[0] ?? '';
  const ends = Array.from(part.title, (_, at) => part.title.slice(at)).filter(({ length }) => length >= 2);
  return unique([...ends, part.id, word]);
}

function unique(words: string[]): string[] {
  return [...new Set(words.map(normalise).filter(Boolean))].sort((a, b) => b.length - a.length);
}
