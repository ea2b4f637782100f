import type { KnowledgeBase } from '../model/knowledge-base.ts';

/** Raised whenever a field of the data changes its meaning or goes. */
export const DATA_VERSION = '1.2.0';

/** One file of /data/: what it holds, field by field, and how it is written. */
export interface Dataset<R> {
  /** file name without extension */
  name: string;
  title: string;
  /** what each field means, in the order of the CSV's columns */
  fields: (knowledgeBase: KnowledgeBase) => Readonly<Record<keyof R & string, string>>;
  records: (knowledgeBase: KnowledgeBase) => R[];
  csv: (records: readonly R[]) => string;
}
