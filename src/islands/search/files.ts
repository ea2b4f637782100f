import { onceEach } from '../../search/once-each.ts';
import { openSearch } from '../../search/open.ts';

export const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

async function readFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  // only the catalogue keeps its name from one release to the next
  const response = await fetch(`${BASE}/pagefind/${path}`, path === 'catalogue.bin' ? { cache: 'no-cache' } : {});
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The search, opened on first use. */
export const search = onceEach(() => openSearch(readFile));
