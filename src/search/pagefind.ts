/**
 * Pagefind's own search engine (its WebAssembly and its index, as it wrote them), asked directly.
 * Its loader, pagefind.js, is 13 kB of excerpts, workers and inflating that this search has no use for; with it the
 * first query would exceed its budget before any text (docs/decisions/0002). The version is pinned and
 * a test asks every kind of query through this file.
 */

import { onceEach } from './once-each.ts';

type Reference = number;

/** What the loader asks of the WebAssembly, as version 1.5.2 exports it. */
interface Exports {
  memory: WebAssembly.Memory;
  __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_start(): void;
  __wbindgen_malloc(size: number, align: number): Reference;
  __wbindgen_free(at: Reference, size: number, align: number): void;
  init_pagefind(at: Reference, size: number): Reference;
  load_index_chunk(index: Reference, at: Reference, size: number): Reference;
  request_indexes(index: Reference, at: Reference, size: number): [Reference, number];
  search(index: Reference, ...rest: (number | boolean)[]): [Reference, number];
}

export interface PagefindFiles {
  wasm: Uint8Array<ArrayBuffer>;
  meta: Uint8Array<ArrayBuffer>;
  /** an index chunk by the name that Pagefind gives it */
  chunk(name: string): Promise<Uint8Array<ArrayBuffer>>;
}

const SIGNATURE = 12;

export class Pagefind {
  readonly #wasm: Exports;
  readonly #load: (chunk: string) => Promise<void>;
  #index: Reference;

  private constructor(wasm: Exports, files: PagefindFiles) {
    this.#wasm = wasm;
    this.#load = onceEach(async (name: string) => {
      const bytes = await files.chunk(name);
      this.#index = this.#wasm.load_index_chunk(this.#index, ...this.#pass(bytes.subarray(SIGNATURE)));
    });
    this.#index = wasm.init_pagefind(...this.#pass(files.meta.subarray(SIGNATURE)));
  }

  /** @param files inflated, with the signature that Pagefind writes before each */
  static async start(files: PagefindFiles): Promise<Pagefind> {
    const references = (): void => {
      const table = exports.__wbindgen_externrefs;
      const first = table.grow(4);
      [undefined, null, true, false].forEach((value, at) => table.set(first + at, value));
      table.set(0, undefined);
    };
    const { instance } = await WebAssembly.instantiate(files.wasm.subarray(SIGNATURE), {
      './pagefind_web_bg.js': { __wbindgen_init_externref_table: references },
    });
    const exports = instance.exports as unknown as Exports;
    exports.__wbindgen_start();
    return new Pagefind(exports, files);
  }

  /** Ids of the records that contain the tokens one after the other. */
  async find(tokens: readonly string[]): Promise<string[]> {
    const phrase = tokens.join(' ');
    const needed = JSON.parse(this.#take(this.#wasm.request_indexes(this.#index, ...this.#text(phrase)))) as string[];
    await Promise.all(needed.filter(Boolean).map((name) => this.#load(name)));
    const found = this.#wasm.search(
      this.#index,
      ...this.#text(phrase),
      ...this.#text(phrase),
      ...this.#text('{}'),
      ...this.#text(''),
      true,
      true,
    );
    return (JSON.parse(this.#take(found)) as { results: { p: string }[] }).results.map(({ p }) => p);
  }

  #text(words: string): [Reference, number] {
    return this.#pass(new TextEncoder().encode(words));
  }

  #pass(bytes: Uint8Array): [Reference, number] {
    const at = this.#wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(this.#wasm.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  }

  #take([at, size]: [Reference, number]): string {
    const words = new TextDecoder().decode(new Uint8Array(this.#wasm.memory.buffer, at >>> 0, size));
    this.#wasm.__wbindgen_free(at, size, 1);
    return words;
  }
}
