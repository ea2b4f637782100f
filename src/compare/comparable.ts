import type {
  ContradictionEntry,
  DepartmentEntry,
  PolicyEntry,
  ReadingEntry,
  TopicEntry,
} from '../model/knowledge-base.ts';
import type { PolicyNode } from '../model/node.ts';
import type { RuleBook } from '../model/rulebook.ts';

export type ComparedPolicy = Pick<
  PolicyEntry,
  'id' | 'shortTitle' | 'district' | 'url' | 'mark' | 'validity' | 'byReference' | 'dateSources'
>;

export type ComparedNode = Pick<
  PolicyNode,
  | 'id'
  | 'policy'
  | 'label'
  | 'title'
  | 'url'
  | 'next'
  | 'text'
  | 'anchors'
  | 'support'
  | 'applicants'
  | 'materials'
  | 'restatements'
>;

export type ComparedReading = Pick<ReadingEntry, 'id' | 'policy' | 'title' | 'question' | 'default' | 'options'> & {
  passages: { clause: string }[];
};

export type ComparedContradiction = Pick<ContradictionEntry, 'id' | 'policy' | 'kind' | 'title' | 'note'> & {
  passages: { clause: string }[];
};

/** All that a comparison reads: a knowledge base, or what a browser has fetched of one. */
export interface Comparable {
  policies: ComparedPolicy[];
  nodes: ComparedNode[];
  topics: TopicEntry[];
  departments: Omit<DepartmentEntry, 'file'>[];
  readings: ComparedReading[];
  contradictions: ComparedContradiction[];
  rules: Pick<RuleBook, 'matters' | 'policies'>;
}
