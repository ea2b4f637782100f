import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as opencc from 'opencc-js/t2cn';
import * as pagefind from 'pagefind';
import { pinyin } from 'pinyin-pro';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { PolicyNode } from '../model/node.ts';
import { catalogueOf, labelsOf, packOf, recordOf, splitPacks, splitRecords } from '../search/build.ts';
import type { Catalogue } from '../search/catalogue.ts';
import { normalise } from '../search/normalise.ts';

/** Files below `pagefind/` by their path: Pagefind's own, the catalogue and the texts. All are gzipped, as Pagefind's are, so that any server transfers them small. */
export type SearchFileMap = Map<string, Uint8Array>;

interface Options {
  /** with Zopfli: 4 % smaller files, seconds slower the first time */
  squeeze: boolean;
}

export async function buildSearchFiles(kb: KnowledgeBase, { squeeze }: Options): Promise<SearchFileMap> {
  const files: SearchFileMap = new Map();
  const add = async (path: string, bytes: Uint8Array): Promise<string> => {
    files.set(path, squeeze ? await squeezed(bytes) : gzipSync(bytes, { level: 9 }));
    return path;
  };
  const split = splitPacks(kb.nodes);
  const whole = split.length <= 1;
  const runs = splitRecords(kb.nodes, whole);
  const written = await indexOf(runs);
  const records = new Map<string, string>();
  const own = { meta: '', wasm: '' };
  for (const { path, content } of written) {
    const bytes = gunzipSync(content.subarray(0, 2).equals(GZIP) ? content : gzipSync(content));
    if (path.startsWith('fragment/')) records.set(urlOf(bytes), path.slice('fragment/'.length, -'.pf_fragment'.length));
    else if (path.endsWith('.pf_index')) await add(path, bytes);
    else if (path.endsWith('.pf_meta')) own.meta = await add(path, bytes);
    else if (path.startsWith('wasm.unknown')) own.wasm = await add(named('wasm', bytes), bytes);
  }
  const packs: Catalogue['packs'] = [];
  for (const nodes of whole ? [] : split) {
    const bytes = json(nodes.map(packOf));
    packs.push({ file: await add(named('texts', bytes), bytes), nodes: nodes.length });
  }
  const texts = kb.nodes.map(({ text }) => normalise(text));
  const tables = {
    pinyin: Buffer.from(pinyinTable(texts)),
    traditional: Buffer.from(traditionalTable(texts)),
    labels: json(labelsOf(kb)),
  };
  const catalogue: Catalogue = {
    ...catalogueOf(kb),
    files: {
      ...own,
      pinyin: await add(named('pinyin', tables.pinyin), tables.pinyin),
      traditional: await add(named('traditional', tables.traditional), tables.traditional),
      labels: await add(named('labels', tables.labels), tables.labels),
    },
    packs,
    texts: whole ? kb.nodes.map(packOf) : null,
    records: shortened(runs.map((run) => records.get(nameOf(run)) ?? '')),
    runs: whole ? runs.map(({ length }) => length) : [],
  };
  if (own.meta === '' || own.wasm === '' || records.size !== runs.length)
    throw new Error('Pagefind wrote no complete index');
  await add('catalogue.bin', json(catalogue));
  return files;
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
  return `${name}.${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.bin`;
}

/** Zopfli takes seconds over the WebAssembly, which changes only with Pagefind: what it made is kept. */
async function squeezed(bytes: Uint8Array): Promise<Uint8Array> {
  const kept = join('node_modules', '.cache', 'search', `${createHash('sha256').update(bytes).digest('hex')}.gz`);
  if (existsSync(kept)) return readFileSync(kept);
  // imported only here: it takes over the process's handlers of errors
  const { gzip: zopfli } = await import('@gfx/zopfli');
  const small = await new Promise<Uint8Array>((resolve, reject) => {
    zopfli(bytes, { numiterations: 5 }, (error, made) => (error ? reject(error) : resolve(made)));
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
