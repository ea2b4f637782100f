import type { ApplicantType } from '../domain/applicants.ts';
import type { ValidityStatus } from '../domain/validity.ts';
import type { Source } from '../model/rulebook.ts';

/** Always the same words for the same thing. */
export const DETERMINED = '可算得';
export const DISCRETIONARY = '最高可至';
export const UNLIMITED = '未规定上限';
/** A share limits the sum, and no sum does: 市区两级合计不超过研发投入的 50%. */
export const NO_SUM_STATED = '未规定数额上限';
export const NOT_COVERED = '无对应条款';
export const BY_READING = '视口径而定';
export const UNKNOWN = '尚待填写';

export const APPLICANT_LABELS: Readonly<Record<ApplicantType, string>> = {
  enterprise: '企业',
  'public-institution': '事业单位',
  'private-non-enterprise': '民办非企业单位',
  park: '园区',
  'industry-organisation': '行业组织',
};

export const STATUS_WORDS: Readonly<Record<ValidityStatus, string>> = {
  'not-yet': '尚未施行',
  'by-reference': '参照执行',
  'in-force': '现行有效',
  expired: '已过有效期',
};

/** Of two sides the better is 较高, of more 最高: always among those that are shown. */
export function wordHigher(sides: number): string {
  return sides > 2 ? '最高' : '较高';
}

/** "细则（六）2（2）、细则（六）2（3）": where the words stand, each place once. */
export function wordPlaces(sources: readonly Source[]): string {
  return [...new Set(sources.map((one) => one.label))].join('、');
}

/** A line that begins with the place of its words. */
export function cite(sources: readonly Source[], line: string): string {
  const places = wordPlaces(sources);
  return places === '' ? line : `${places}：${line}`;
}

/** "每个品种" where the words of the text count by the variety or the project, else nothing. */
export function wordUnit(sources: readonly Source[]): string {
  for (const { quote } of sources) {
    const unit = /每个品种|单品种|每个项目/.exec(quote.replace(/\s/g, ''));
    if (unit) return unit[0] === '单品种' ? '每个品种' : unit[0];
  }
  return '';
}
