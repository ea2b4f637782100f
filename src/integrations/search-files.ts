import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as opencc from 'opencc-js/t2cn';
import * as pagefind from 'pagefind';
import { pinyin } from 'pinyin-pro';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { PolicyNode } from '../model/node.ts';
import { catalogueOf, factsOf, labelsOf, packOf, recordOf, splitPacks, splitRecords } from '../search/build.ts';
import type { Catalogue, NodeFacts, Pack, PartedTexts, WholeTexts } from '../search/catalogue.ts';
import { gramsOf, type Initials } from '../search/gram-build.ts';
import { writeShard } from '../search/gram-shard.ts';
import { normalise } from '../search/normalise.ts';
import { readings } from '../search/pinyin.ts';

/** Files below `pagefind/` by their path: Pagefind's own, the catalogue and the texts. All are gzipped, as Pagefind's are, so that any server transfers them small. */
export type SearchFileMap = Map<string, Uint8Array>;

/** Of a site of more characters the first query would take more bytes with all its texts than with the index of pairs. */
const SMALL = 30_000;

interface Options {
  /** with Zopfli: 4 % smaller files, seconds slower the first time */
  squeeze: boolean;
  /** up to so many characters all texts come with the catalogue */
  whole?: number;
}

export async function buildSearchFiles(kb: KnowledgeBase, { squeeze, whole = SMALL }: Options): Promise<SearchFileMap> {
  const files: SearchFileMap = new Map();
  const add: Add = async (path, bytes) => {
    // thousands of files of a large site are not worth its seconds
    files.set(path, squeeze && !/\/\d+\.bin$/.test(path) ? await squeezed(bytes) : gzipSync(bytes, { level: 9 }));
    return path;
  };
  const plain = kb.nodes.map(({ text }) => normalise(text));
  const sounds = pinyinTable(plain);
  const packs = splitPacks(kb.nodes, whole);
  const facts = factsOf(kb);
  const texts =
    packs.length <= 1
      ? await wholeTexts(kb.nodes, { facts, nodes: kb.nodes.map(packOf) }, add)
      : await partedTexts(packs, facts, initialsOf(sounds), add);
  const addNamed = (name: string, bytes: Buffer): Promise<string> => add(named(name, bytes), bytes);
  const catalogue: Catalogue = {
    ...catalogueOf(kb),
    files: {
      pinyin: await addNamed('pinyin', Buffer.from(sounds)),
      traditional: await addNamed('traditional', Buffer.from(traditionalTable(plain))),
      labels: await addNamed('labels', json(labelsOf(kb))),
    },
    texts,
  };
  await add('catalogue.bin', json(catalogue));
  return files;
}

/** Writes a file. @returns its path */
type Add = (path: string, bytes: Uint8Array) => Promise<string>;

/** Pagefind's index of the parts. */
async function wholeTexts(nodes: readonly PolicyNode[], pack: Pack, add: Add): Promise<WholeTexts> {
  const runs = splitRecords(nodes);
  const records = new Map<string, string>();
  const own = { meta: '', wasm: '' };
  for (const { path, content } of await indexOf(runs)) {
    const bytes = gunzipSync(content.subarray(0, 2).equals(GZIP) ? content : gzipSync(content));
    if (path.startsWith('fragment/')) records.set(urlOf(bytes), path.slice('fragment/'.length, -'.pf_fragment'.length));
    else if (path.endsWith('.pf_index')) await add(path, bytes);
    else if (path.endsWith('.pf_meta')) own.meta = await add(path, bytes);
    else if (path.startsWith('wasm.unknown')) own.wasm = await add(named('wasm', bytes), bytes);
  }
  if (own.meta === '' || own.wasm === '' || records.size !== runs.length)
    throw new Error('Pagefind wrote no complete index');
  return {
    kind: 'whole',
    pack,
    ...own,
    records: shortened(runs.map((run) => records.get(nameOf(run)) ?? '')),
    runs: runs.map(({ length }) => length),
  };
}

/** The index of pairs, and the texts a few clauses a file. */
async function partedTexts(
  packs: readonly PolicyNode[][],
  facts: NodeFacts[],
  initials: Initials,
  add: Add,
): Promise<PartedTexts> {
  const { shards, lengths } = gramsOf(packs.flat(), initials);
  let first = 0;
  const texts = packs.map((nodes) => {
    const own = facts.slice(first, (first += nodes.length));
    return json({ facts: own, nodes: nodes.map(packOf) } satisfies Pack);
  });
  const addAll = async (name: string, all: readonly Uint8Array[]): Promise<string> => {
    const folder = `${name}.${hashOf(...all)}`;
    for (const [at, bytes] of all.entries()) await add(`${folder}/${at}.bin`, bytes);
    return folder;
  };
  const known = json(facts);
  return {
    kind: 'parted',
    folder: await addAll('texts', texts),
    packs: packs.map(({ length }) => length),
    facts: await add(`index/${named('facts', known)}`, known),
    pairs: {
      folder: await addAll('index/pairs', shards.map(writeShard)),
      firsts: shards.map((lists) => lists[0]?.[0] ?? '').join(''),
      lengths,
    },
  };
}

const GZIP = Buffer.from([0x1f, 0x8b]);

/** A record goes by its first node. */
function nameOf(run: readonly PolicyNode[]): string {
  return run[0]?.id ?? '';
}

async function indexOf(runs: readonly (readonly PolicyNode[])[]): Promise<{ path: string; content: Buffer }[]> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'und' });
  if (!index) throw new Error(errors.join('\n'));
  for (const run of runs) {
    const added = await index.addCustomRecord({ url: nameOf(run), content: recordOf(run), language: 'und' });
    if (added.errors.length > 0) throw new Error(`${nameOf(run)}: ${added.errors.join('\n')}`);
  }
  const { files } = await index.getFiles();
  await index.deleteIndex();
  return files.map(({ path, content }) => ({ path, content: Buffer.from(content) }));
}

/** A fragment holds the record's url, by which it is told whose id its file name is. */
function urlOf(fragment: Buffer): string {
  const { url } = JSON.parse(fragment.subarray('pagefind_dcd'.length).toString()) as { url: string };
  return url.replace(/^\//, '');
}

/** As much of the ids, without "und_", as tells them apart. */
function shortened(ids: readonly string[]): string {
  for (let length = 2; ; length += 1) {
    const short = ids.map((id) => id.slice(4, 4 + length));
    if (new Set(short).size === ids.length || length > 40) return short.join('');
  }
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function named(name: string, bytes: Uint8Array): string {
  return `${name}.${hashOf(bytes)}.bin`;
}

function hashOf(...contents: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const bytes of contents) hash.update(bytes);
  return hash.digest('hex').slice(0, 10);
}

/** Zopfli takes seconds over the WebAssembly, which changes only with Pagefind: what it made is kept. */
async function squeezed(bytes: Uint8Array): Promise<Uint8Array> {
  const kept = join('node_modules', '.cache', 'search', `${createHash('sha256').update(bytes).digest('hex')}.gz`);
  if (existsSync(kept)) return readFileSync(kept);
  // imported only here: it takes over the process's handlers of errors
  const { gzip: zopfli } = await import('@gfx/zopfli');
  const small = await new Promise<Uint8Array>((resolve, reject) => {
    zopfli(bytes, { numiterations: 2 }, (error, made) => (error ? reject(error) : resolve(made)));
  });
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, small);
  return small;
}

/** Readings of the characters as these texts use them (行 is "xing" in one word and "hang" in another): "jie洁界 che车 …" */
function pinyinTable(texts: readonly string[]): string {
  const sounds = new Map<string, Set<string>>();
  for (const text of texts) {
    const spoken = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' });
    Array.from(text).forEach((character, at) => {
      const sound = spoken[at] ?? '';
      if (!/\p{Script=Han}/u.test(character) || !/^[a-zü]+$/.test(sound)) return;
      const key = sound.replaceAll('ü', 'v');
      sounds.set(key, (sounds.get(key) ?? new Set()).add(character));
    });
  }
  return [...sounds]
    .sort()
    .map(([sound, characters]) => sound + [...characters].sort().join(''))
    .join('');
}

function initialsOf(table: string): Initials {
  return new Map(
    [...readings(table)].map(([character, sounds]) => [character, [...new Set(sounds.map((sound) => sound[0] ?? ''))]]),
  );
}

/** Traditional forms of the characters that occur: "車车間间…". */
function traditionalTable(texts: readonly string[]): string {
  const used = new Set(texts.join(''));
  const convert = opencc.Converter({ from: 't', to: 'cn' });
  let pairs = '';
  for (let code = 0x4e00; code <= 0x9fff; code += 1) {
    const character = String.fromCodePoint(code);
    const plain = convert(character);
    if (plain !== character && used.has(plain) && !used.has(character)) pairs += character + plain;
  }
  return pairs;
}
