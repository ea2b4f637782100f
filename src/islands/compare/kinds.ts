import type { ContradictionEntry } from '../../model/knowledge-base.ts';
import { entryUrl } from '../../model/entries.ts';

export { SUPPORT_WORDS } from '../../model/support.ts';

/** 条文不一致 · 条文空白 · 须留意的条件 */
export const CONTRADICTION_WORDS: Record<ContradictionEntry['kind'], string> = {
  contradiction: '条文不一致',
  gap: '条文空白',
  condition: '须留意',
};

export function readingUrl(id: string): string {
  return entryUrl('reading', id);
}
