import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContentFiles } from '../../src/load/files.ts';
import { allMutations, countByKind, uncaughtOf } from '../mutations/all.ts';
import type { Mutation } from '../mutations/mutation.ts';

const SAMPLE = 310;
const files = readContentFiles(join(import.meta.dirname, '../../content'));

/** Some of every kind, the same in every run: one of each first, then a second of each, and so on. */
function sampleOf(mutations: readonly Mutation[], size: number): Mutation[] {
  const kinds = new Map<string, Mutation[]>();
  for (const mutation of mutations) kinds.set(mutation.kind, [...(kinds.get(mutation.kind) ?? []), mutation]);
  const sample: Mutation[] = [];
  for (let round = 0; sample.length < size; round += 1) {
    for (const all of kinds.values()) {
      // spread over the files: not the first of each kind every time
      const one = all[(round * 37 + 11) % all.length];
      if (one && round < all.length && !sample.includes(one) && sample.length < size) sample.push(one);
    }
  }
  return sample;
}

test('no damage of a sample over every kind goes unnoticed or unnamed', { timeout: 120_000 }, () => {
  const sample = sampleOf(allMutations(files), SAMPLE);
  expect(sample.length).toBeGreaterThanOrEqual(300);
  expect(Object.keys(countByKind(sample)).length).toBe(Object.keys(countByKind(allMutations(files))).length);
  expect(uncaughtOf(sample, files)).toEqual([]);
});
