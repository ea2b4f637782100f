import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compressPacked } from '../../src/integrations/compressed-files.ts';
import { buildSearchFiles } from '../../src/integrations/search-files.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';

/** A copy of the built site with the index of another knowledge base, compressed as a build's is; its pages stay. */
export async function siteWith(kb: KnowledgeBase): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'search-site-'));
  cpSync('dist', folder, { recursive: true });
  rmSync(join(folder, 'pagefind'), { recursive: true });
  for (const [path, bytes] of await buildSearchFiles(kb, { squeeze: false })) {
    mkdirSync(dirname(join(folder, 'pagefind', path)), { recursive: true });
    writeFileSync(join(folder, 'pagefind', path), bytes);
  }
  await compressPacked(folder);
  return folder;
}
