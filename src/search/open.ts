import type { Catalogue } from './catalogue.ts';
import { SearchEngine } from './engine.ts';
import { Pagefind } from './pagefind.ts';
import type { Site } from './site.ts';
import { SmallSite } from './site-small.ts';

/** Bytes of a file below `pagefind/`, as it is stored. */
export type ReadFile = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Files are stored gzipped; a server that inflates them on the way does no harm. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Opens the index: the catalogue first, which names the other files. */
export async function openSearch(readFile: ReadFile): Promise<SearchEngine> {
  const read: ReadFile = async (path) => inflate(await readFile(path));
  const words = async (path: string): Promise<string> => new TextDecoder().decode(await read(path));
  const catalogue = JSON.parse(await words('catalogue.bin')) as Catalogue;
  return new SearchEngine(catalogue, {
    site: await openSite(catalogue, read),
    table: (name) => words(catalogue.files[name]),
  });
}

async function openSite(catalogue: Catalogue, read: ReadFile): Promise<Site> {
  const { texts } = catalogue;
  if (texts.kind === 'parted') {
    // most sites are small and have no use for it
    const { LargeSite } = await import('./site-large.ts');
    return new LargeSite(catalogue, texts, read);
  }
  const [wasm, meta] = await Promise.all([read(texts.wasm), read(texts.meta)]);
  const pagefind = await Pagefind.start({ wasm, meta, chunk: (name) => read(`index/${name}.pf_index`) });
  return new SmallSite(catalogue, texts, pagefind);
}
