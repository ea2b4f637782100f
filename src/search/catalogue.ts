/**
 * What the search ships beside an index: short tuples, because all of it counts in the first query.
 * The catalogue names all else; packs hold the verbatim text of runs of nodes, and what ranking and facets need of them.
 */
import type { NodeKind, SupportKind } from '../model/node.ts';
import type { PackedName } from './names.ts';

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

/** 附则 as a whole in {@link NodeFacts} */
export const SUPPLEMENTARY_PART = -1000;

/** [part, kind, number (of 附则 below zero) or 0, how many places before it the root of its cluster stands, topics, departments, supports, largest sum in 万元 or 0]; indexes into the lists */
export type NodeFacts = [
  part: number,
  kind: number,
  number: number,
  root: number,
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
  /** our tables, by their hashed names */
  files: { pinyin: string; traditional: string; labels: string };
  texts: WholeTexts | PartedTexts;
  policies: CataloguePolicy[];
  parts: CataloguePart[];
  /** in normal form */
  synonyms: string[][];
}

/** A small site: every answer needs all texts, and Pagefind's index names the parts that contain a phrase. */
export interface WholeTexts {
  kind: 'whole';
  pack: Pack;
  /** Pagefind's files, by their hashed names */
  meta: string;
  wasm: string;
  /** beginnings of Pagefind's ids of the records, in the order of the nodes, all of one length */
  records: string;
  /** how many nodes each record holds */
  runs: number[];
}

/** A large site: an answer loads the texts that it shows, and the index of pairs names them exactly. */
export interface PartedTexts {
  kind: 'parted';
  /** of the texts, in files by their number; the folder goes by their content */
  folder: string;
  /** how many nodes each file of texts holds */
  packs: number[];
  /** file of what is known of every node, by its hashed name */
  facts: string;
  pairs: PairTable;
}

export interface PairTable {
  /** of the index of pairs, in files by their number; it goes by their content */
  folder: string;
  /** the first pair of each file, in order, all in one */
  firsts: string;
  /** characters of each node, and a free place behind each of its pieces */
  lengths: number[];
}

/** What the search page and questions need, and a first answer does not: loaded after it. */
export interface Labels {
  topics: string[];
  topicIds: string[];
  departments: string[];
  /** 支持方式 in words, in the order of `SUPPORTS` */
  supports: string[];
  /** in normal form */
  questions: string[];
  names: PackedName[];
}

/** The texts of some nodes in a row, and what is known of each. */
export interface Pack {
  facts: NodeFacts[];
  nodes: PackedNode[];
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
