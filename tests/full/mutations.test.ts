import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContentFiles } from '../../src/load/files.ts';
import { allMutations, countByKind, uncaughtOf } from '../mutations/all.ts';

const files = readContentFiles(join(import.meta.dirname, '../../content'));
const mutations = allMutations(files);

test(`every damage to content/ is caught and named (${mutations.length})`, { timeout: 3_600_000 }, () => {
  console.table(countByKind(mutations));
  expect(uncaughtOf(mutations, files)).toEqual([]);
});
