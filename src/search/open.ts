import type { Catalogue, PackedNode } from './catalogue.ts';
import { SearchEngine } from './engine.ts';
import { Pagefind } from './pagefind.ts';

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
  const read = async (path: string): Promise<Uint8Array<ArrayBuffer>> => inflate(await readFile(path));
  const words = async (path: string): Promise<string> => new TextDecoder().decode(await read(path));
  const catalogue = JSON.parse(await words('catalogue.bin')) as Catalogue;
  const { wasm, meta } = catalogue.files;
  const [program, pages] = await Promise.all([read(wasm), read(meta)]);
  const index = await Pagefind.start({ wasm: program, meta: pages, chunk: (name) => read(`index/${name}.pf_index`) });
  return new SearchEngine(catalogue, {
    find: (phrase) => index.find(phrase),
    pack: async (at) => catalogue.texts ?? (JSON.parse(await words(catalogue.packs[at]?.file ?? '')) as PackedNode[]),
    table: (name) => words(catalogue.files[name]),
  });
}
