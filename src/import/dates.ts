import { parseChineseNumber } from '../domain/chinese-numbers.ts';
import { isRealDate, type IsoDate } from '../domain/dates.ts';
import { lastDayAfter } from '../domain/validity.ts';
import type { Citation } from './cite.ts';
import { findAll, type Found } from './find.ts';
import type { ImportedPart } from './parts.ts';

/** A date with the words that state it, as policy.yaml has it. */
export interface Stated {
  date: IsoDate;
  clause: string;
  quote: Citation;
}

export interface PolicyDates {
  issued: Stated | null;
  effective: Stated | null;
  expires: Stated | null;
  byReference: { from: IsoDate; to: IsoDate; onlyFunding?: string; clause: string; quote: Citation } | null;
}

const DAY = '\\d{4}年\\d{1,2}月\\d{1,2}日';
const COMES = '(?:起)?(?:正式)?(?:施行|实施|执行|生效)';

/** 印发 · 施行 · 有效期至 · 参照执行, as far as the text says them. */
export function findDates(policy: string, parts: readonly ImportedPart[]): PolicyDates {
  const texts = parts.filter(({ kind }) => kind === 'text');
  const find = (pattern: string): Found[] => findAll(policy, texts, new RegExp(pattern));
  const issued = issuedOn(policy, parts);
  const effective =
    stated(find(`自(?<day>${DAY})${COMES}`).at(-1)) ?? onIssue(find(`自(?:发布|印发|公布)之日${COMES}`).at(-1), issued);
  return {
    issued,
    effective,
    expires:
      stated(find(`有效期(?:限)?(?:为)?(?:自${DAY})?(?:截?至|到)(?<day>${DAY})`).at(-1)) ??
      stated(find(`(?:施行|实施|执行)(?:截?至|到)(?<day>${DAY})`).at(-1)) ??
      afterYears(find('有效期(?:限)?为?(?<years>[一二三四五六七八九十]+|\\d{1,2})年').at(-1), effective),
    byReference: byReference(
      find(`(?<from>${DAY})(?:起)?至(?<to>${DAY})期间[，,]?(?<measures>[^。]*?)参照[^。，]*执行`).at(-1),
    ),
  };
}

/** The day below the notice, else the day below the text. */
function issuedOn(policy: string, parts: readonly ImportedPart[]): Stated | null {
  const notices = parts.filter(({ kind }) => kind === 'notice' || kind === 'colophon');
  const alone = findAll(policy, notices, new RegExp(`^(?<day>${DAY})$`));
  const printed = findAll(policy, notices, new RegExp(`(?<day>${DAY})印发`));
  return stated(alone[0]) ?? stated(printed[0]);
}

function stated(found: Found | undefined): Stated | null {
  const date = found?.groups['day'] ? isoOf(found.groups['day']) : null;
  return found && date ? { date, clause: found.clause, quote: found.quote } : null;
}

/** “自发布之日起施行”: the day on which it was issued. */
function onIssue(found: Found | undefined, issued: Stated | null): Stated | null {
  return found && issued ? { date: issued.date, clause: found.clause, quote: found.quote } : null;
}

/** “有效期五年”: until the day before the fifth anniversary. */
function afterYears(found: Found | undefined, effective: Stated | null): Stated | null {
  const words = found?.groups['years'];
  const years = words === undefined ? null : /^\d/.test(words) ? Number(words) : parseChineseNumber(words);
  if (!found || !effective || years === null) return null;
  return { date: lastDayAfter(effective.date, years), clause: found.clause, quote: found.quote };
}

function byReference(found: Found | undefined): PolicyDates['byReference'] {
  const from = isoOf(found?.groups['from'] ?? '');
  const to = isoOf(found?.groups['to'] ?? '');
  if (!found || !from || !to) return null;
  const measures = found.groups['measures'] ?? '';
  const limit = measures.includes('资金') ? { onlyFunding: measures } : {};
  return { from, to, ...limit, clause: found.clause, quote: found.quote };
}

function isoOf(words: string): IsoDate | null {
  const [year = '', month = '', day = ''] = words.split(/[年月日]/);
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDate(iso) ? iso : null;
}
