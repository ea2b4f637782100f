import { chineseDate } from '../../domain/dates.ts';
import type { Validity } from '../../domain/validity.ts';
import { STATUS_WORDS } from '../../explain/words.ts';
import type { PolicyNode } from '../../model/node.ts';
import { validityOfNode } from '../../model/versions.ts';
import type { WordsByDay } from './by-day.ts';

/** Of a version: its standing and since when or until when, as they change with the days. */
export function stateWords(node: PolicyNode, policy: Validity): { status: WordsByDay; detail: WordsByDay } {
  const { effective, expires, appliesFrom } = validityOfNode(node, policy);
  const [from, until] = [chineseDate(effective), chineseDate(expires)];
  const replaced = node.version?.until ?? null;
  const after = replaced === null ? dayAfter(expires) : dayAfter(replaced);
  const states: [WordsByDay[number][0], string, string][] = [
    ['', STATUS_WORDS['not-yet'], `${from}起施行`],
    ...(appliesFrom === null
      ? []
      : [[appliesFrom, STATUS_WORDS['by-reference'], `${from}起施行，此前参照执行`] as (typeof states)[number]]),
    [effective, STATUS_WORDS['in-force'], replaced === null ? `有效期至${until}` : `施行至${until}，此后由新版本代替`],
    replaced === null ? [after, STATUS_WORDS.expired, `有效期已于${until}届满`] : [after, REPLACED, `施行至${until}`],
  ];
  return {
    status: states.map(([day, status]) => [day, status]),
    detail: states.map(([day, , detail]) => [day, detail]),
  };
}

export const REPLACED = '已被代替';

function dayAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}
