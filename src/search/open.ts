import type { Catalogue, NodeFacts, Pack } from './catalogue.ts';
import { SearchEngine } from './engine.ts';
import type { Index } from './index-of-texts.ts';
import { Pagefind } from './pagefind.ts';
import { RecordIndex } from './records.ts';

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
  const { texts } = catalogue;
  return new SearchEngine(catalogue, {
    index: await openIndex(catalogue, read),
    pack: async (at) =>
      texts.kind === 'whole' ? texts.pack : (JSON.parse(await words(`${texts.folder}/${at}.bin`)) as Pack),
    facts: async () =>
      texts.kind === 'whole' ? texts.pack.facts : (JSON.parse(await words(texts.facts)) as NodeFacts[]),
    table: (name) => words(catalogue.files[name]),
  });
}

async function openIndex({ texts }: Catalogue, read: ReadFile): Promise<Index> {
  if (texts.kind === 'parted') {
    // only large sites have it
    const { GramIndex } = await import('./grams.ts');
    return new GramIndex(texts.pairs, read);
  }
  const [wasm, meta] = await Promise.all([read(texts.wasm), read(texts.meta)]);
  return new RecordIndex(
    texts,
    await Pagefind.start({ wasm, meta, chunk: (name) => read(`index/${name}.pf_index`) }),
  );
}
