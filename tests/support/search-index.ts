import { loadKnowledgeBase } from '../../src/load/index.ts';
import { buildSearchFiles, type SearchFileMap } from '../../src/integrations/search-files.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { openSearch } from '../../src/search/open.ts';

/**
 * The search over the real content, with its real index, without a browser.
 * @param parted as if the texts were too many to load
 */
export async function openContent(kb: KnowledgeBase = loadKnowledgeBase(), parted = false): Promise<SearchEngine> {
  return openFiles(await buildContent(kb, parted));
}

export function buildContent(kb: KnowledgeBase, parted: boolean): Promise<SearchFileMap> {
  return buildSearchFiles(kb, { squeeze: false, ...(parted ? { whole: 0 } : {}) });
}

/** @param fails whether a request for the file fails, asked each time */
export function openFiles(files: SearchFileMap, fails: (path: string) => boolean = () => false): Promise<SearchEngine> {
  return openSearch((path) => {
    const bytes = files.get(path);
    return bytes && !fails(path) ? Promise.resolve(new Uint8Array(bytes)) : Promise.reject(new Error(path));
  });
}
