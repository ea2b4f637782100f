import { jsonSteps } from './json-steps.ts';

/**
 * Keys that stand twice in one object. `JSON.parse` takes the last and says nothing: a sum of money would be lost.
 */

/** Of more than these nobody reads. */
const MOST = 20;

/**
 * Where a key is repeated, as a path each, the first ones.
 * @param text valid JSON: parse it first
 */
export function findRepeatedKeys(text: string): (string | number)[][] {
  const found: (string | number)[][] = [];
  for (const { times, path } of jsonSteps(text)) {
    if (times === 2) found.push(path());
    if (found.length === MOST) break;
  }
  return found;
}
