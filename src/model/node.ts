/** The text of a policy as nodes: what a page shows, what the data gives, what the search indexes. */
import type { ApplicantType } from '../schemas/applicant.ts';
import type { NODE_KINDS } from '../schemas/clause.ts';
import type { Source } from './rulebook.ts';
import type { NextText, NodeVersion } from './versions.ts';

export type NodeKind = (typeof NODE_KINDS)[number];

/** A stretch of an anchor's text that metadata claims, "20%": offsets into the text of that piece. */
export interface Mark {
  start: number;
  end: number;
  /** ids of the notes it belongs to: `award:<ref>`, `cap:<ref>`, `reading:<id>`, `contradiction:<id>`, `term:<id>` */
  notes: string[];
}

/** A run of verbatim text under one anchor, without its anchor's other pieces. */
export interface Piece {
  text: string;
  marks: Mark[];
}

export interface Cell {
  /** paragraphs of the cell; empty for a cell to fill in */
  paragraphs: Piece[];
  header: boolean;
  colSpan: number;
  rowSpan: number;
}

export type Block =
  | { type: 'heading'; anchor: string; lines: Piece[] }
  | { type: 'paragraph'; anchor: string; piece: Piece }
  | {
      type: 'section';
      anchor: string;
      /** "2" of "2. 支持标准" */
      number: number;
      /** heading with its number, or the numbered paragraph itself */
      heading: Piece;
      /** false where the section is a numbered paragraph without a heading of its own */
      titled: boolean;
      paragraphs: Piece[];
      items: { anchor: string; number: number; piece: Piece }[];
    }
  | { type: 'table'; anchor: string; caption: Piece | null; rows: { anchor: string; cells: Cell[] }[] };

/** 支持方式, derived: 公式 · 定额 · 酌定 · 未量化 · 服务 · 公共机构的义务 · none for headings and the like */
export type SupportKind = 'formula' | 'fixed' | 'up-to' | 'unquantified' | 'service' | 'duty' | 'none';

/** An addressable part of a node. The texts of a node's anchors, joined, are its text. */
export interface Anchor {
  id: string;
  text: string;
}

export interface PolicyNode {
  /** `<policy>/<part>/<node>`, of a later version with `@2` */
  id: string;
  policy: string;
  part: string;
  node: string;
  kind: NodeKind;
  /** place in the policy, from 0, in document order; versions of a clause have the same */
  index: number;
  /** of a clause that was amended: which of its texts this is; null of all others */
  version: NodeVersion | null;
  /** "细则（六）" */
  label: string;
  /** full citation, "闵行区……的操作细则（六）" */
  fullLabel: string;
  /** the heading without its number */
  title: string;
  /** root-relative: its page, or its anchor on the part's page; of versions the one in force has the clause's own */
  url: string;
  /** of an amended clause: what replaces or ends this text, announced or long ago; absent where nothing does */
  next?: NextText;
  /** own page or only an anchor on the part's */
  hasPage: boolean;
  blocks: Block[];
  /** anchors' texts on lines of their own */
  text: string;
  anchors: Anchor[];
  topics: string[];
  /** 责任单位 as the text writes them */
  departments: string[];
  implements: string[];
  implementedBy: string[];
  support: SupportKind[];
  applicants: ApplicantType[];
  /** id of the chapter heading above, null where there is none */
  chapter: string | null;
  /** texts of the sections that the part names so; empty where the clause has none */
  conditions: { anchor: string; text: string }[];
  materials: { anchor: string; text: string }[];
  /** refs of the awards that stand in its metadata */
  awards: string[];
  /** refs of awards elsewhere that carry out what it states */
  restates: string[];
  /** where it does so, and whose award */
  restatements: { award: string; source: Source }[];
  readings: string[];
  contradictions: string[];
  /** terms of the glossary that its text uses */
  terms: string[];
  examples: ExampleCase[];
  /** file below content/, for reports of errors */
  file: string;
}

/** 算例, as a scenario of scenario.md and what its clause's policy gives; sums in yuan and 分. */
export interface ExampleCase {
  title: string;
  /** where it stands, if not among the examples in its clause's own file: below content/, and its place there */
  at?: { file: string; index: number };
  scenario: {
    applicant: { type: ApplicantType };
    readings: Record<string, string>;
    projects: { id: string; matter: string; date: string; facts: Record<string, unknown> }[];
  };
  expect: ExampleExpectation[];
}

export type ExampleExpectation =
  /** `clause` pays, mostly the example's own; `over` are refs of awards that would pay too and are not taken */
  | {
      project: string;
      clause: string;
      award: string;
      year: number;
      determined: number;
      discretionary: number;
      over: string[];
    }
  | { project: string; refused: string };
