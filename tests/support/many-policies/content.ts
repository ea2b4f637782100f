/** A copy of content/ with as many invented policies as a benchmark wants: right by the check, and the same every time. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeAddresses } from '../../../src/cli/write-addresses.ts';
import { buildKnowledgeBase } from '../../../src/load/build.ts';
import { ContentError } from '../../../src/load/fault.ts';
import { readContentFiles, type ContentFiles } from '../../../src/load/files.ts';
import { inventPolicy } from './policy.ts';

const CONTENT = join(import.meta.dirname, '../../../content');

/** The real policies and the invented ones. @throws ContentError where what was invented is not sound */
export function filesWithMany(invented: number): ContentFiles {
  const content = readContentFiles(CONTENT);
  const real = [...content.keys()].filter((path) => path.endsWith('/policy.yaml')).length;
  const files = new Map(content);
  for (let number = 1; number <= invented; number += 1) {
    for (const [path, text] of inventPolicy(content, number, real + number)) files.set(path, text);
  }
  const { knowledgeBase, faults } = buildKnowledgeBase(files);
  if (!knowledgeBase || faults.length > 0) throw new ContentError(faults);
  const written = writeAddresses(knowledgeBase, []);
  if (!written.ok) throw new Error(`addresses would be lost: ${written.lost.join(', ')}`);
  return files.set('addresses.txt', written.text);
}

/** A folder for CONTENT_DIR. */
export function contentWithMany(invented: number): string {
  const root = mkdtempSync(join(tmpdir(), 'many-policies-'));
  for (const [path, text] of filesWithMany(invented)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
