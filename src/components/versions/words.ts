import { chineseDate, type IsoDate } from '../../domain/dates.ts';
import { wordEnd, type Validity } from '../../domain/validity.ts';
import { STATUS_WORDS } from '../../explain/words.ts';
import type { PolicyNode } from '../../model/node.ts';
import { validityOfNode } from '../../model/versions.ts';
import type { WordsByDay } from './by-day.ts';

type State = [from: WordsByDay[number][0], status: string, detail: string];

/** Of a version: its standing and since when or until when, as they change with the days. */
export function stateWords(node: PolicyNode, policy: Validity): { status: WordsByDay; detail: WordsByDay } {
  const { effective, expires, appliesFrom } = validityOfNode(node, policy);
  const from = chineseDate(effective);
  const states: State[] = [
    ['', STATUS_WORDS['not-yet'], `${from}起施行`],
    ...(appliesFrom === null
      ? []
      : [[appliesFrom, STATUS_WORDS['by-reference'], `${from}起施行，此前参照执行`] satisfies State]),
    [effective, STATUS_WORDS['in-force'], holds(node, expires)],
    ...(expires === null ? [] : [[dayAfter(expires), ...gone(node, expires)] satisfies State]),
  ];
  return {
    status: states.map(([day, status]) => [day, status]),
    detail: states.map(([day, , detail]) => [day, detail]),
  };
}

function holds({ version }: PolicyNode, expires: IsoDate | null): string {
  if (version?.struck) return `施行至${chineseDate(expires ?? '')}，此后删去`;
  return version?.until ? `施行至${chineseDate(version.until)}，此后由新版本代替` : wordEnd(expires);
}

function gone({ version }: PolicyNode, expires: IsoDate): [status: string, detail: string] {
  const until = chineseDate(expires);
  if (version?.struck) return [STRUCK_OUT, `施行至${until}`];
  return version?.until ? [REPLACED, `施行至${until}`] : [STATUS_WORDS.expired, `有效期已于${until}届满`];
}

export const REPLACED = '已被代替';
export const STRUCK_OUT = '已删去';

function dayAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}
