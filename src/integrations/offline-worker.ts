import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { loadKnowledgeBase } from '../load/index.ts';
import type { OfflineFiles } from '../offline/files.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';

const WORKER = 'src/offline/worker.ts';
/** Of every policy: the ways in, search and the scenario. */
const PAGES = ['', 'search/', 'calculate/', 'compare/', 'about/', 'departments/'];
/** What a page fetches by itself or when it is used. */
const FETCHED = /\s(?:src|href|data-props|data-runtime|component-url|renderer-url)="([^"#?]*\/_astro\/[^"#?]+)"/g;

/** Writes `sw.js`: the worker with the list of what it may keep. Its cache goes by the build, so it comes after all else is final. */
export function offlineWorker(): AstroIntegration {
  let base = '/';
  return {
    name: 'offline-worker',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        writeFileSync(join(root, 'sw.js'), await workerCode(listFiles(root, base, loadKnowledgeBase())));
      },
    },
  };
}

function listFiles(root: string, base: string, { policies, topics }: KnowledgeBase): OfflineFiles {
  const files = globSync('**/*.*', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const build = createHash('sha256');
  for (const file of files) build.update(file).update(readFileSync(join(root, file)));
  const html = (page: string): string => readFileSync(join(root, page, 'index.html'), 'utf8');
  const fetched = (pages: readonly string[]): string[] => {
    const all = new Set(pages.flatMap((page) => [...html(page).matchAll(FETCHED)].map(([, address = '']) => address)));
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
  /** Its own pages, and those of the topics on which it meets others. */
  const pagesOf = (policy: string): string[] => [
    ...files
      .filter((file) => file.startsWith(`${policy}/`) && file.endsWith('index.html'))
      .map((file) => file.slice(0, -'index.html'.length)),
    ...topics
      .filter(({ clauses }) => clauses.some((side) => side.policy === policy && side.nodes.length > 0))
      .map(({ url }) => url.slice(1)),
  ];
  return {
    build: build.digest('hex').slice(0, 16),
    shell: [`${base}offline/`, `${base}favicon.svg`, ...fetched(['offline/'])],
    common: [...new Set(shared)],
    policies: Object.fromEntries(
      policies.map(({ id }) => {
        const pages = pagesOf(id);
        const own = fetched(pages).filter((file) => !shared.includes(file));
        return [id, [...pages.map((page) => base + page), ...own]];
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
