/**
 * What the search ships beside Pagefind's index: short tuples, because all of it counts in the first query.
 * `catalogue` holds what ranking and facets need of every node; `packs` hold the verbatim text of runs of nodes.
 */
import type { NodeKind, SupportKind } from '../model/node.ts';

export const KINDS = [
  'notice',
  'title',
  'preamble',
  'chapter',
  'clause',
  'form',
] as const satisfies readonly NodeKind[];
export const SUPPORTS = [
  'formula',
  'fixed',
  'up-to',
  'unquantified',
  'service',
  'duty',
  'none',
] as const satisfies readonly SupportKind[];

/** [part, kind, number or 0, root of its cluster, topics, departments, supports, largest sum in 万元 or 0]; indexes into the lists */
export type NodeFacts = [
  part: number,
  kind: number,
  number: number,
  cluster: number,
  topics: number[],
  departments: number[],
  supports: number[],
  sum: number,
];

export interface CataloguePart {
  policy: number;
  id: string;
  title: string;
  /** how people name it, in normal form: "细则", "rules" */
  aliases: string[];
}

export interface CataloguePolicy {
  id: string;
  name: string;
  seal: string;
  shape: string;
  aliases: string[];
}

export interface Catalogue {
  /** Pagefind's files and our tables, by their hashed names */
  files: { meta: string; wasm: string; pinyin: string; traditional: string; labels: string };
  /** files of texts; none where `texts` has them all */
  packs: { file: string; nodes: number }[];
  /** all texts of a small site, which every answer needs */
  texts: PackedNode[] | null;
  /** beginnings of Pagefind's ids of the records, in the order of the nodes, all of one length */
  records: string;
  /** how many nodes each record holds; none: one each */
  runs: number[];
  policies: CataloguePolicy[];
  parts: CataloguePart[];
  nodes: NodeFacts[];
  /** in normal form */
  synonyms: string[][];
}

/** What the search page and questions need, and a first answer does not: loaded after it. */
export interface Labels {
  topics: string[];
  topicIds: string[];
  departments: string[];
  /** in normal form */
  questions: string[];
}

/** A run of verbatim text under one anchor. */
export type PackedAnchor = [anchor: string, ...pieces: string[]];

/** One node of a pack; its title as its place in its first piece where it stands there, its address where it has no page */
export type PackedNode = [
  node: string,
  label: string,
  title: string | number,
  address: string | 0,
  anchors: PackedAnchor[],
];
