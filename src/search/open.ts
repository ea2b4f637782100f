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

/** Opens the index: the catalogue first, then Pagefind and the texts side by side. */
export async function openSearch(readFile: ReadFile): Promise<SearchEngine> {
  const read = async (path: string): Promise<Uint8Array<ArrayBuffer>> => inflate(await readFile(path));
  const words = async (path: string): Promise<string> => new TextDecoder().decode(await read(path));
  const catalogue = JSON.parse(await words('catalogue.bin')) as Catalogue;
  const { wasm, meta } = catalogue.files;
  const started = Promise.all([read(wasm), read(meta)]).then(([program, pages]) =>
    Pagefind.start({ wasm: program, meta: pages, chunk: (name) => read(`index/${name}.pf_index`) }),
  );
  const pack = async (index: number): Promise<PackedNode[]> => JSON.parse(await words(catalogue.packs[index]?.file ?? '')) as PackedNode[];
  // the texts of a small site are needed by every answer: they come while Pagefind does
  const first = catalogue.packs.length === 1 ? pack(0) : null;
  const [index] = await Promise.all([started, first]);
  return new SearchEngine(catalogue, {
    find: (phrase) => index.find(phrase),
    pack: (at) => (at === 0 && first) || pack(at),
    table: (name) => words(catalogue.files[name]),
  });
}
