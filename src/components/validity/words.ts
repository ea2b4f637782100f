import { chineseDate, type IsoDate } from '../../domain/dates.ts';
import { statusOn, type Validity, type ValidityStatus } from '../../domain/validity.ts';

/** Always the same words for the same thing; used at build and again in the browser. */
export const STATUS_WORDS: Record<ValidityStatus, string> = {
  'not-yet': '尚未施行',
  'by-reference': '参照执行',
  'in-force': '现行有效',
  expired: '已过有效期',
};

/** "现行有效，至2030年6月30日" */
export function validityWords(validity: Validity, today: IsoDate): { status: string; detail: string } {
  const status = statusOn(validity, today);
  const from = chineseDate(validity.effective);
  const until = chineseDate(validity.expires);
  const detail = {
    'not-yet': `${from}起施行，有效期至${until}`,
    'by-reference': `${from}起施行，此前参照执行`,
    'in-force': `有效期至${until}`,
    expired: `有效期已于${until}届满`,
  }[status];
  return { status: STATUS_WORDS[status], detail };
}
