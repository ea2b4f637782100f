import type { SupportKind } from './node.ts';

/** 支持方式 in words, the same wherever it is told. */
export const SUPPORT_WORDS: Record<SupportKind, string> = {
  formula: '按公式算得',
  fixed: '定额',
  'up-to': '酌定，只写上限',
  unquantified: '给予支持，未写数额',
  service: '服务',
  duty: '公共机构的职责',
  none: '',
};
