import { createHash } from 'node:crypto';
import { firstSide } from '../../compare/index.ts';
import type { KnowledgeBase, PolicyEntry } from '../../model/knowledge-base.ts';
import { markRule } from '../../model/mark-css.ts';

/** A stylesheet with inks that the one of all pages does not have. */
export interface InkFile {
  /** below the root of the site, without the ending */
  name: string;
  content: string;
}

/** One for each policy that is not among the first, and one with them all; none where there are no others. */
export function inkFiles(kb: KnowledgeBase): InkFile[] {
  const others = othersOf(kb.policies, kb);
  return others.length === 0 ? [] : [fileOf(others), ...(others.length > 1 ? others.map((one) => fileOf([one])) : [])];
}

/** Root-relative addresses of the stylesheets that a page needs which shows some policies. */
export function inksOf(shown: readonly PolicyEntry[], kb: KnowledgeBase): string[] {
  const others = othersOf(shown, kb);
  const files = shown.length === kb.policies.length ? [others] : others.map((one) => [one]);
  return files.filter((list) => list.length > 0).map((list) => `/${fileOf(list).name}.css`);
}

function othersOf(shown: readonly PolicyEntry[], kb: KnowledgeBase): PolicyEntry[] {
  const first = firstSide(kb).policies;
  return shown.filter(({ id }) => first.every((one) => one.id !== id));
}

function fileOf(policies: readonly PolicyEntry[]): InkFile {
  const content = policies.map(markRule).join('\n');
  return { name: `_astro/inks.${createHash('sha256').update(content).digest('hex').slice(0, 12)}`, content };
}
