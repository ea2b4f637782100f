import { FinerNumber } from '../../domain/exact-json.ts';
import { LONGEST_NAME } from '../limits.ts';
import { echo, listAllowed, type Place } from './faults.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** An object as JSON makes it, else a fault. */
export function readObject(value: unknown, place: Place, what: string): JsonObject | null {
  const object = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (object && !(value instanceof FinerNumber)) return value as JsonObject;
  place.report(value === undefined ? `缺少${what}，须为对象 {…}` : `${what}须为对象 {…}，不能是 ${echo(value)}`);
  return null;
}

/** A key of its own, never one of the prototype. */
export function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Every key that is not allowed is a fault. */
export function refuseOtherKeys(object: JsonObject, allowed: readonly string[], place: Place): void {
  for (const key of Object.keys(object)) {
    if (allowed.includes(key)) continue;
    const names = allowed.length === 0 ? '此处不能有任何键' : `可用的键：${listAllowed(allowed)}`;
    place.at(key).report(`不认识的键 ${echo(key)}；${names}`);
  }
}

/** One of the given words, else a fault. */
export function readWord<T extends string>(
  value: unknown,
  allowed: readonly T[],
  place: Place,
  what: string,
): T | null {
  if (typeof value === 'string' && (allowed as readonly string[]).includes(value)) return value as T;
  const problem = value === undefined ? `缺少${what}` : `${what}不能是 ${echo(value)}`;
  place.report(`${problem}；可选：${listAllowed(allowed)}`);
  return null;
}

/** The optional `name` of a scenario or project, which evaluation ignores. */
export function checkName(object: JsonObject, place: Place): void {
  if (!Object.hasOwn(object, 'name')) return;
  const name = object['name'];
  const length = typeof name === 'string' ? countCharacters(name) : 0;
  if (length >= 1 && length <= LONGEST_NAME) return;
  const problem = typeof name === 'string' ? `名称有 ${length} 个字符` : `名称不能是 ${echo(name)}`;
  place.at('name').report(`${problem}；须为 1 至 ${LONGEST_NAME} 个字符的文字，或不写`);
}

/** Code points, so that a rare character written as a surrogate pair counts once. */
function countCharacters(words: string): number {
  let count = 0;
  for (let at = 0; at < words.length; at += 1) {
    const point = words.codePointAt(at) ?? 0;
    if (point > 0xffff) at += 1;
    count += 1;
  }
  return count;
}
