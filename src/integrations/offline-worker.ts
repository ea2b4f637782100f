import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { isChoice } from '../compare/index.ts';
import { noteOf, type FileNote } from './finish/file-note.ts';
import { loadKnowledgeBase } from '../load/index.ts';
import type { OfflineFiles } from '../offline/files.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';

const WORKER = 'src/offline/worker.ts';
/** Of every policy: the ways in, search and the scenario. */
const PAGES = ['', 'search/', 'calculate/', 'compare/', 'about/', 'departments/'];
/** Writes `sw.js`: the worker with the list of what it may keep. Its cache goes by the build, so it comes after all else is final. */
export function offlineWorker(noted: ReadonlyMap<string, FileNote>): AstroIntegration {
  let base = '/';
  return {
    name: 'offline-worker',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = listFiles(root, base, loadKnowledgeBase(), noted);
        const { policies, lists } = files;
        const many = isChoice(Object.keys(policies));
        writeFileSync(join(root, 'sw.js'), await workerCode(many ? { ...files, policies: null } : files));
        if (many) writeLists(join(root, lists.slice(base.length)), policies);
      },
    },
  };
}

/** Every visitor fetches the worker: of many policies it must not bring all lists. */
function writeLists(folder: string, policies: Record<string, string[]>): void {
  mkdirSync(folder, { recursive: true });
  for (const [id, list] of Object.entries(policies)) writeFileSync(join(folder, `${id}.json`), JSON.stringify(list));
}

type AllFiles = OfflineFiles & { policies: Record<string, string[]> };

function listFiles(
  root: string,
  base: string,
  { policies, topics }: KnowledgeBase,
  noted: ReadonlyMap<string, FileNote>,
): AllFiles {
  const files = globSync('**/*.*', { cwd: root, withFileTypes: true })
    // a folder may be named by content too
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    // beside the files that they are made from
    .filter((file) => !/\.(br|gz)$/.test(file))
    .sort();
  const build = createHash('sha256');
  const named = new Map<string, string[]>();
  for (const file of files) {
    const note = noted.get(file) ?? noteOf(file, readFileSync(join(root, file)));
    build.update(file).update(note.digest);
    if (file.endsWith('index.html'))
      named.set(
        file.slice(0, -'index.html'.length),
        note.named.map((name) => `${base}_astro/${name}`),
      );
  }
  const fetched = (pages: readonly string[]): string[] => {
    const all = new Set(pages.flatMap((page) => named.get(page) ?? []));
    for (const address of all)
      if (address.endsWith('.js'))
        for (const other of importsOf(join(root, address.slice(base.length)))) all.add(`${base}_astro/${other}`);
    return [...all];
  };
  const shared = [
    ...PAGES.map((page) => base + page),
    ...files
      .filter((file) => /^_astro\/(?!inks\.).*\.(js|css)$|^pagefind\/|^favicon\.svg$/.test(file))
      .map((file) => base + file),
    ...fetched(PAGES),
  ];
  const known = new Set(shared);
  const pages = Map.groupBy(named.keys(), (page) => page.split('/')[0] ?? '');
  /** Its own pages, and those of the topics on which it meets others. */
  const pagesOf = (policy: string): string[] => [
    ...(pages.get(policy) ?? []),
    ...topics
      .filter(({ clauses }) => clauses.some((side) => side.policy === policy && side.nodes.length > 0))
      .map(({ url }) => url.slice(1)),
  ];
  const name = build.digest('hex').slice(0, 16);
  return {
    build: name,
    lists: `${base}_astro/offline.${name}/`,
    shell: [`${base}offline/`, `${base}favicon.svg`, ...fetched(['offline/'])],
    common: [...new Set(shared)],
    policies: Object.fromEntries(
      policies.map(({ id }) => {
        const own = pagesOf(id);
        return [id, [...own.map((page) => base + page), ...fetched(own).filter((file) => !known.has(file))]];
      }),
    ),
  };
}

/** Names of the scripts beside it that a script loads at once. */
function importsOf(file: string): string[] {
  const imports = /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g;
  return [...readFileSync(file, 'utf8').matchAll(imports)].map(([, name = '']) => name);
}

/** One classic script: browsers differ in which workers may be modules. */
async function workerCode(files: OfflineFiles): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { OFFLINE_FILES: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      modulePreload: false,
      target: 'es2022',
      rolldownOptions: { input: WORKER, output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  const code = bundle && 'output' in bundle ? bundle.output[0].code : '';
  if (code === '') throw new Error(`${WORKER} became nothing`);
  return code;
}
