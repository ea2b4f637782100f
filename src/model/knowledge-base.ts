import type { Department } from '../schemas/department.ts';
import type { Term } from '../schemas/glossary.ts';
import type { PolicyMark } from '../schemas/policy.ts';
import type { CONTRADICTION_KINDS } from '../schemas/reading.ts';
import type { SearchWords } from '../schemas/search.ts';
import type { Audience, Topic } from '../schemas/topic.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { ByReference, Validity } from '../domain/validity.ts';
import type { PolicyNode } from './node.ts';
import type { ReadingRule, RuleBook, Source } from './rulebook.ts';
import type { AmendmentEntry } from './versions.ts';

/** The whole of `content/`, resolved and frozen. */
export interface KnowledgeBase {
  /** on which it speaks: of an amended clause it shows the version in force then */
  day: IsoDate;
  policies: PolicyEntry[];
  /** all nodes of all policies, in document order; of an amended clause the version in force, of one struck out the last */
  nodes: PolicyNode[];
  /** of amended clauses the versions that were replaced and those still to come */
  otherVersions: PolicyNode[];
  /** documents that amended clauses, policy by policy, the first to take effect first */
  amendments: AmendmentEntry[];
  topics: TopicEntry[];
  audiences: Audience[];
  departments: DepartmentEntry[];
  readings: ReadingEntry[];
  contradictions: ContradictionEntry[];
  glossary: Term[];
  rules: RuleBook;
  /** 同义词 and 提问用语 */
  search: SearchWords;
  /** scenarios to begin with, in order */
  templates: Template[];
  /** addresses that were renamed or moved, and where they lead now */
  redirects: RedirectEntry[];
  /** what has changed, newest first */
  changes: ChangeEntry[];
}

/** One address that is gone from its place: a page, a file or an anchor. */
export interface RedirectEntry {
  /** root-relative */
  from: string;
  to: string;
  /** its place in redirects.yaml: `[3]`, or of one anchor of several `[3, 'anchors', 0]` */
  path: readonly (string | number)[];
}

/** A change of texts or notes, and the places it concerns. */
export interface ChangeEntry {
  id: string;
  /** ISO */
  date: string;
  title: string;
  note: string;
  places: { label: string; url: string }[];
}

/** A scenario to begin with, as it stands in content/templates: a plain scenario file. */
export interface Template {
  /** "1-innovative-drug" */
  id: string;
  /** below content/ */
  file: string;
  title: string;
  /** as JSON gives it; `check` sees that it fits */
  scenario: unknown;
}

export interface PolicyEntry {
  id: string;
  title: string;
  shortTitle: string;
  district: string;
  issuers: string[];
  documentNumber: string;
  /** ISO */
  issued: string;
  validity: Validity;
  /** null where the text says nothing of it */
  byReference: ByReference | null;
  /** the words that state each date */
  dateSources: { issued: Source; effective: Source; expires: Source; byReference: Source | null };
  procedure: { note: string; source: Source } | null;
  publication: { url: string | null; note: string };
  mark: PolicyMark;
  parts: PartEntry[];
  url: string;
  /** source.txt as published */
  source: string;
}

export interface PartEntry {
  id: string;
  title: string;
  fullTitle: string;
  url: string;
  /** ids of its nodes, in order */
  nodes: string[];
}

/** A topic with the clauses that each policy has on it on the day, in document order; empty where none. */
export interface TopicEntry extends Topic {
  url: string;
  clauses: { policy: string; nodes: string[] }[];
  /** matters compared under it */
  matters: string[];
}

export interface DepartmentEntry extends Department {
  /** below content/: where it is written */
  file: string;
  /** ids of the clauses of the day whose text names it */
  nodes: string[];
}

export interface PassageEntry {
  clause: string;
  source: Source;
}

export interface ReadingEntry extends ReadingRule {
  policy: string;
  why: string;
  passages: PassageEntry[];
}

export interface ContradictionEntry {
  /** full id, `<policy>/<id>` */
  id: string;
  policy: string;
  kind: (typeof CONTRADICTION_KINDS)[number];
  title: string;
  note: string;
  passages: PassageEntry[];
}
