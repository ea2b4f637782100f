import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { drawnOnBoth } from '../draw/drawn-on-both.ts';
import { isLarge } from '../draw/large.ts';
import type { SecondThread } from '../draw/second-thread.ts';
import { bytesOf, effortOf } from './compression.ts';
import type { FileNote } from './file-note.ts';
import { finishFiles } from './finish-files.ts';
import { notingImports, type Imports } from './script-imports.ts';

/**
 * Goes over every page once it is written, and compresses it as it then is: of a large site every further reading and writing of all
 * pages costs seconds. The pages of a large site are finished when they are drawn, on both threads.
 * @returns the integration that draws, the one that begins with what is left, and the one that waits for the end: what stands between
 * them goes on meanwhile
 */
export function finishedPages(thread: () => SecondThread | null): {
  drawn: AstroIntegration;
  begun: AstroIntegration;
  done: AstroIntegration;
  /** below the site */
  finished: ReadonlyMap<string, FileNote>;
} {
  let base = '/';
  let root = '';
  const finished = new Map<string, FileNote>();
  const imports: Imports = new Map();
  let work: Promise<unknown> = Promise.resolve();
  const begun: AstroIntegration = {
    name: 'finished-pages',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [notingImports(imports)] } });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
        root = fileURLToPath(config.outDir);
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = globSync('**/*.html', { cwd: root }).filter((file) => !finished.has(file.replaceAll('\\', '/')));
        const effort = effortOf('.html', isLarge() ? Infinity : bytesOf(root, files));
        const jobs = files.map((file) => ({ file, effort }));
        // a failure is told to the one who waits, not to nobody
        work = finishFiles({ root, base, imports }, jobs).then(
          () => null,
          (error: unknown) => error,
        );
      },
    },
  };
  const done: AstroIntegration = {
    name: 'finished-pages-done',
    hooks: {
      'astro:build:done': async () => {
        const error = await work;
        if (error !== null && error !== undefined) throw error;
      },
    },
  };
  const drawn = drawnOnBoth({ site: () => ({ root, base, imports }), thread, finished });
  return { drawn, begun, done, finished };
}
