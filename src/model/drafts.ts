import type { KnowledgeBase } from './knowledge-base.ts';

/** Drafts as a preview shows them: taken for finished policies beside the others, with all that they lack. */
export interface DraftPreview {
  knowledgeBase: KnowledgeBase;
  /** ids of the policies that are drafts */
  drafts: string[];
  /** what is left to do, as `check` says it; `file` below content/ */
  todo: { file: string; words: string }[];
}
