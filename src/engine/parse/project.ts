import { isRealDate, type IsoDate } from '../../domain/dates.ts';
import type { Engine } from '../compiled.ts';
import type { Project } from '../scenario-types.ts';
import { echo, type Place } from './faults.ts';
import { readFacts } from './facts.ts';
import { checkName, own, readObject, readWord, refuseOtherKeys } from './values.ts';

const KEYS = ['id', 'matter', 'date', 'facts', 'name'];

/** What the projects of one scenario must not repeat. */
export interface Seen {
  readonly ids: Map<string, string>;
  readonly matters: Map<string, string>;
}

/** Reads one project. @returns null where it has a fault */
export function readProject(
  engine: Engine,
  value: unknown,
  place: Place,
  seen: Seen,
  partial: boolean,
): Project | null {
  const object = readObject(value, place, '项目');
  if (object === null) return null;
  refuseOtherKeys(object, KEYS, place);
  checkName(object, place);
  const id = readId(own(object, 'id'), place.at('id'), seen);
  const date = readDate(own(object, 'date'), place.at('date'), partial);
  const names = engine.ruleBook.matters.map((one) => one.id);
  const name = readWord(own(object, 'matter'), names, place.at('matter'), '事项 matter');
  const matter = name === null ? undefined : engine.matters.get(name);
  if (!matter) {
    // Without the matter nobody knows which facts belong here, but they still have to be an object.
    readObject(own(object, 'facts') ?? (partial ? {} : undefined), place.at('facts'), '事实 facts');
    return null;
  }
  if (matter.rule.unique) refuseSecond(matter.rule.id, matter.rule.title, place.at('matter'), seen);
  const facts = readFacts(own(object, 'facts'), matter, place.at('facts'), partial);
  return id === null ? null : { id, matter: matter.rule.id, date, facts };
}

function readId(value: unknown, place: Place, seen: Seen): string | null {
  if (typeof value !== 'string' || value === '') {
    const problem = value === undefined ? '缺少项目编号 id' : `项目编号不能是 ${echo(value)}`;
    place.report(`${problem}；须为非空的文字，各项目不同`);
    return null;
  }
  const first = seen.ids.get(value);
  if (first !== undefined) place.report(`项目编号 ${echo(value)} 与 ${first} 重复；各项目的编号须不同`);
  else seen.ids.set(value, place.path);
  return value;
}

function readDate(value: unknown, place: Place, partial: boolean): IsoDate | null {
  if (partial && (value === null || value === undefined)) return null;
  if (typeof value === 'string' && isRealDate(value)) return value;
  const problem = value === undefined ? '缺少日期 date' : `日期不能是 ${echo(value)}`;
  place.report(`${problem}；须为真实存在的一天，写成 "2026-03-15"`);
  return null;
}

function refuseSecond(matter: string, title: string, place: Place, seen: Seen): void {
  const first = seen.matters.get(matter);
  if (first !== undefined) place.report(`“${title}”只能有一个，${first} 已经是它`);
  else seen.matters.set(matter, place.path);
}
