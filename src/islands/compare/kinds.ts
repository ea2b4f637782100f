import type { ContradictionEntry } from '../../model/knowledge-base.ts';
import { entryUrl } from '../../model/entries.ts';
import type { SupportKind } from '../../model/node.ts';

export const SUPPORT_WORDS: Record<SupportKind, string> = {
  formula: '按公式算得',
  fixed: '定额',
  'up-to': '酌定，只写上限',
  unquantified: '给予支持，未写数额',
  service: '服务',
  duty: '公共机构的职责',
  none: '',
};

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
