import type { ContradictionEntry } from '../../model/knowledge-base.ts';
import { entryUrl } from '../../model/entries.ts';

export { SUPPORT_WORDS } from '../../model/support.ts';

export const CONTRADICTION_WORDS: Record<ContradictionEntry['kind'], string> = {
  contradiction: '条文不一致',
  gap: '条文空白',
  condition: '须留意',
};

/** All of these together, as counted. */
export const ALL_CONTRADICTIONS = '不一致、空白与须留意';

export function readingUrl(id: string): string {
  return entryUrl('reading', id);
}
