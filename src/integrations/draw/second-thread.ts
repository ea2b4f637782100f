import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { loadKnowledgeBase } from '../../load/index.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { FileNote } from '../finish/file-note.ts';
import type { Site } from '../finish/finish-files.ts';
import type { SearchFileMap } from '../search-files.ts';
import type { Surroundings } from './app.ts';
import { isLarge } from './large.ts';

/** Told once, when pages are bundled. */
export interface Opened {
  kind: 'open';
  site: Site;
  surroundings: Surroundings;
}

/** A page to be drawn. */
export interface Ordered {
  kind: 'draw';
  url: string;
  route: { route: string; component: string };
  /** where it will stand below the site; null where it is not to be finished yet */
  file: string | null;
}

export type Asked = Opened | Ordered;

export interface Drawn {
  bytes: Uint8Array<ArrayBuffer>;
  /** where it has been rewritten and compressed too */
  note: FileNote | null;
  status: number;
}

/** null where nothing was drawn: the first thread does it, which knows what to do with redirects */
export interface Answer {
  drawn: Drawn | null;
}

/** What the thread begins with. */
export interface Given {
  knowledgeBase: KnowledgeBase;
  /** whether it goes on to draw pages */
  draws: boolean;
}

interface Waiting {
  resolve: (told: Answer) => void;
  reject: (error: unknown) => void;
}
type Message = { index: SearchFileMap } | { id: number; told?: Answer; error?: unknown };

/** The build's second thread, as the first one speaks to it. */
export class SecondThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  /** why it can answer nothing any more */
  #ended: Error | null = null;
  /** the search's files, which it makes first */
  readonly index: Promise<SearchFileMap>;

  constructor(given: Given) {
    this.#worker = new Worker(new URL('./second-worker.ts', import.meta.url), { workerData: given });
    this.index = new Promise((resolve, reject) => {
      const fail = (error: unknown): void => {
        this.#ended = error instanceof Error ? error : new Error(String(error));
        reject(this.#ended);
        for (const one of this.#waiting.values()) one.reject(this.#ended);
        this.#waiting.clear();
      };
      this.#worker.on('message', (message: Message) => {
        if ('index' in message) resolve(message.index);
        else this.#settle(message);
      });
      this.#worker.once('error', fail);
      this.#worker.once('exit', (code) => fail(new Error(`the second thread ended (exit ${code})`)));
    });
    // told when it is waited for; what is wrong with content/ the pages tell first
    this.index.catch(() => undefined);
  }

  #settle({ id, told, error }: Exclude<Message, { index: unknown }>): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (told) waiting?.resolve(told);
    else waiting?.reject(error);
  }

  /** How many questions it has not answered yet. */
  get busy(): number {
    return this.#waiting.size;
  }

  ask(asked: Asked): Promise<Answer> {
    if (this.#ended) return Promise.reject(this.#ended);
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, asked });
    });
  }

  /** Pagefind's own process would keep it alive. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** @returns the integration that begins the thread when the build begins, and the thread once it is begun */
export function secondThread(): { begun: AstroIntegration; thread: () => SecondThread | null } {
  let thread: SecondThread | null = null;
  const begun: AstroIntegration = {
    name: 'second-thread',
    hooks: {
      'astro:build:start': () => {
        thread = new SecondThread({ knowledgeBase: loadKnowledgeBase(), draws: isLarge() });
      },
    },
  };
  return { begun, thread: () => thread };
}
