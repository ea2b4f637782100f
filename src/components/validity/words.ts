import { chineseDate, type IsoDate } from '../../domain/dates.ts';
import { statusOn, wordEnd, type Validity } from '../../domain/validity.ts';
import { STATUS_WORDS } from '../../explain/words.ts';

export { STATUS_WORDS };

/** "现行有效，至2030年6月30日" */
export function validityWords(validity: Validity, today: IsoDate): { status: string; detail: string } {
  const status = statusOn(validity, today);
  const from = chineseDate(validity.effective);
  const until = wordEnd(validity.expires);
  const detail = {
    'not-yet': `${from}起施行，${until}`,
    'by-reference': `${from}起施行，此前参照执行`,
    'in-force': until,
    expired: `有效期已于${chineseDate(validity.expires ?? '')}届满`,
  }[status];
  return { status: STATUS_WORDS[status], detail };
}
