import { parseExactJson } from '../../domain/exact-json.ts';
import { findRepeatedKeys } from '../../domain/json-keys.ts';
import { echo, Place, type Fault } from './faults.ts';

export type ReadJson = { ok: true; value: unknown } | { ok: false; errors: Fault[] };

/**
 * The text of a scenario as values: numbers exactly as written, and no key twice in one object.
 * @throws SyntaxError where it is no JSON
 */
export function readScenarioJson(text: string): ReadJson {
  const value = parseExactJson(text);
  const errors: Fault[] = [];
  for (const path of findRepeatedKeys(text)) {
    const place = path.reduce<Place>((outer, step) => outer.at(step), new Place(errors));
    place.report(`键 ${echo(path.at(-1))} 在同一个对象里写了不止一次；只留一个，删去其余的`);
  }
  return errors.length === 0 ? { ok: true, value } : { ok: false, errors };
}
