import { join } from 'node:path';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { buildKnowledgeBase } from './build.ts';
import { ContentError } from './fault.ts';
import { readContentFiles } from './files.ts';
import { freeze } from './freeze.ts';

/**
 * The content folder: the project's own, or the one that `CONTENT_DIR` names (tests publish a copy).
 * npm scripts run at the project's root; a bundled module could not find it by its own address.
 */
export function contentRoot(): string {
  return process.env['CONTENT_DIR'] ?? join(process.cwd(), 'content');
}

let cached: { root: string; knowledgeBase: KnowledgeBase } | null = null;

/**
 * The knowledge base, read once a process and frozen.
 * @throws ContentError listing every fault where the content has any
 */
export function loadKnowledgeBase(root: string = contentRoot()): KnowledgeBase {
  if (cached?.root === root) return cached.knowledgeBase;
  const { knowledgeBase, faults } = buildKnowledgeBase(readContentFiles(root));
  if (!knowledgeBase || faults.length > 0) throw new ContentError(faults);
  cached = { root, knowledgeBase: freeze(knowledgeBase) };
  return cached.knowledgeBase;
}

/** Forgets what was read: the development server calls it when a file of content/ changes. */
export function forgetKnowledgeBase(): void {
  cached = null;
}
