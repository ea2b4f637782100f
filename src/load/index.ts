import { join } from 'node:path';
import type { DraftPreview } from '../model/drafts.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { shanghaiToday, type IsoDate } from '../domain/dates.ts';
import { buildKnowledgeBase, LAST_DAY } from './build.ts';
import { ContentError, formatFault } from './fault.ts';
import { readContentFiles } from './files.ts';
import { freeze } from './freeze.ts';
import { ParseCache } from './parse-cache.ts';

/**
 * The content folder: the project's own, or the one that `CONTENT_DIR` names (tests publish a copy).
 * npm scripts run at the project's root; a bundled module could not find it by its own address.
 */
export function contentRoot(): string {
  return process.env['CONTENT_DIR'] ?? join(process.cwd(), 'content');
}

/** Whether drafts are to be seen: in `npm run dev`, and in builds that `DRAFTS=1` asks for. */
export function draftsAreShown(): boolean {
  return process.env['DRAFTS'] === '1';
}

let preview: { root: string; value: DraftPreview } | null = null;

/** Drafts, where they are shown and there are any. Nothing of them is in `loadKnowledgeBase`. */
export function loadDrafts(root: string = contentRoot()): DraftPreview | null {
  if (!draftsAreShown()) return null;
  if (preview?.root !== root) {
    const { knowledgeBase, drafts, faults } = buildKnowledgeBase(
      readContentFiles(root),
      new ParseCache(),
      'rehearse',
      buildDay(),
    );
    if (!knowledgeBase) return null;
    const todo = faults.map((one) => ({ file: one.file, words: formatFault(one) }));
    preview = { root, value: { knowledgeBase: freeze(knowledgeBase), drafts, todo } };
  }
  return preview.value.drafts.length > 0 ? preview.value : null;
}

/** The day that pages speak of (see integrations/build-date.ts); outside a build, when every version has begun. */
export function buildDay(): IsoDate {
  const epoch = Number(process.env['SOURCE_DATE_EPOCH']);
  return epoch > 0 ? shanghaiToday(new Date(epoch * 1000)) : LAST_DAY;
}

interface Known {
  root: string;
  day: IsoDate;
  knowledgeBase: KnowledgeBase;
}
const known = Symbol.for('policy-atlas.knowledge-base');
/** Astro bundles this module for the pages, and its integrations import it as it is: one process, one knowledge base. */
const shared = globalThis as typeof globalThis & { [known]?: Known | null };

/**
 * The knowledge base as of a day, read once a process and frozen.
 * @throws ContentError listing every fault where the content has any
 */
export function loadKnowledgeBase(root: string = contentRoot(), day: IsoDate = buildDay()): KnowledgeBase {
  if (shared[known]?.root === root && shared[known].day === day) return shared[known].knowledgeBase;
  const { knowledgeBase, faults } = buildKnowledgeBase(readContentFiles(root), new ParseCache(), 'apart', day);
  if (!knowledgeBase || faults.length > 0) throw new ContentError(faults);
  shared[known] = { root, day, knowledgeBase: freeze(knowledgeBase) };
  return knowledgeBase;
}

/** Takes over what another thread of this process has read: a copy takes a tenth of the time that reading does. */
export function adoptKnowledgeBase(knowledgeBase: KnowledgeBase): void {
  shared[known] = { root: contentRoot(), day: buildDay(), knowledgeBase: freeze(knowledgeBase) };
}

/** Forgets what was read: the development server calls it when a file of content/ changes. */
export function forgetKnowledgeBase(): void {
  shared[known] = null;
  preview = null;
}
