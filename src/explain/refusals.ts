import { chineseDate } from '../domain/dates.ts';
import { inQuotes } from '../domain/text.ts';
import { statusOn, wordPeriod, type Validity } from '../domain/validity.ts';
import type { Pending, Refusal, RefusalDetail } from '../engine/evaluation.ts';
import { DATE } from '../engine/scenario-types.ts';
import type { ClauseTurn, MatterRule } from '../model/rulebook.ts';
import { wordMoney } from './money.ts';
import { APPLICANT_LABELS, BY_READING, cite, NOT_COVERED, UNKNOWN } from './words.ts';

/** Why nothing is paid, in one sentence with the figures and the place of the words. */
export function explainRefusal(refusal: Refusal): string {
  const { detail } = refusal;
  switch (detail.kind) {
    case 'not-covered':
      return `${NOT_COVERED}${wordReadings(refusal)}`;
    case 'not-in-force':
      return explainDate(detail.date, detail.validity);
    case 'absent':
      return cite(detail.sources, `${chineseDate(detail.date)}不适用${explainTurn(detail.turn)}`);
    case 'applicant': {
      const allowed = detail.allowed.map((one) => APPLICANT_LABELS[one]).join('、');
      return cite(detail.sources, `只支持${allowed}，申报主体为${APPLICANT_LABELS[detail.type]}`);
    }
    case 'requirement':
      return cite(detail.sources, `${explainRequirement(detail)}${wordReadings(refusal)}`);
    case 'threshold': {
      const figures = `${detail.label} ${wordMoney(detail.value)}，未达到 ${wordMoney(detail.min)}的门槛`;
      return cite(detail.sources, figures);
    }
    case 'zero-base':
      return cite(detail.sources, `以${detail.label}为基数，${detail.label}为 0${wordReadings(refusal)}`);
    case 'years-exhausted':
      return cite(detail.sources, explainYears(detail.paid, detail.asked));
  }
}

/** The reason and what bears on it: "不在有效期内：2027年…已过有效期（…）"; once where the sentence begins with the reason itself. */
export function explainReason(refusal: Refusal, label: string): string {
  const words = explainRefusal(refusal);
  return words.startsWith(label) ? words : `${label}：${words}`;
}

/** From when to when a policy pays, where that is why it does not: "2026年1月1日至2027年12月31日". */
export function wordWindow({ detail }: Refusal): string | null {
  if (detail.kind !== 'not-in-force') return null;
  const { appliesFrom, effective, expires } = detail.validity;
  return wordPeriod(appliesFrom ?? effective, expires);
}

/** Which answers are still missing: "尚待填写：研发投入、日期". */
export function explainPending({ missing }: Pending, matter: MatterRule): string {
  const label = (name: string): string =>
    name === DATE ? matter.dateLabel : (matter.facts.find((fact) => fact.name === name)?.label ?? name);
  return `${UNKNOWN}：${missing.map(label).join('、')}`;
}

function explainYears(paid: number, asked: number): string {
  const rest = asked === paid + 1 ? `第 ${asked} 年` : `第 ${paid + 1} 至 ${asked} 年`;
  return `最多支持 ${paid} 年，${rest}不再支持`;
}

function explainDate(date: string | null, validity: Validity): string {
  const from = validity.appliesFrom ?? validity.effective;
  const period = wordPeriod(from, validity.expires);
  const day = date === null ? '所填日期' : chineseDate(date);
  const late = date !== null && statusOn(validity, date) === 'expired';
  return `${day}${late ? '已过' : '不在'}有效期（${period}${validity.appliesFrom === null ? '' : '，含参照执行期'}）`;
}

/** A clause struck out is named with the words that do it; those of an added one state the day, which stands here. */
function explainTurn({ kind, from, label, sources }: ClauseTurn): string {
  const begins = `自${chineseDate(from)}起`;
  if (kind === 'added') return `${label}，它${begins}增加`;
  const words = sources.map(({ quote }) => inQuotes(quote)).join('');
  return `${label}，它${begins}删去：${words}`;
}

/** In the text's own words where it has them: what it demands and what the form asks may differ. */
function explainRequirement({ label, is, words }: RefusalDetail & { kind: 'requirement' }): string {
  if (words === undefined || typeof is === 'string') return `要求“${label}”为${wordAnswer(is)}`;
  return `要求“${words}”，而“${label}”为${wordAnswer(!is)}`;
}

function wordAnswer(answer: boolean | string): string {
  return typeof answer === 'string' ? `“${answer}”` : answer ? '“是”' : '“否”';
}

/** Named only where a reading bears on the case. */
function wordReadings({ readings }: Refusal): string {
  if (readings.length === 0) return '';
  const taken = readings
    .map(({ reading, option }) => `${inQuotes(reading.title)}取${inQuotes(option.label)}`)
    .join('，');
  return `（${BY_READING}：${taken}）`;
}
