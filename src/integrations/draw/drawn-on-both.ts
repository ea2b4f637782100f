import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { Plugin } from 'vite';
import { loadKnowledgeBase } from '../../load/index.ts';
import { planRedirects } from '../../model/redirects.ts';
import type { Site } from '../finish/finish-files.ts';
import { finishDrawn } from '../finish/finish-page.ts';
import { scriptsOf, type PageStyles, type Surroundings } from './app.ts';
import { isLarge } from './large.ts';
import type { SecondThread } from './second-thread.ts';

/** Pages that wait at the second thread: enough that it never waits while the first draws one. */
const QUEUE = 6;

interface Options {
  /** the site as it stands when pages are drawn */
  site: () => Site;
  /** begun when the build is */
  thread: () => SecondThread | null;
  /** files below the site that need no finishing any more */
  finished: Set<string>;
}

/**
 * Pages of a large site are drawn on two threads, and each is finished by the one that drew it, before it is written: Astro itself draws
 * one page after another on one thread. A page is the same whoever draws it.
 */
export function drawnOnBoth({ site, thread, finished }: Options): AstroIntegration {
  let entry = '';
  let pages: ReadonlyMap<string, PageStyles> = new Map();
  return {
    name: 'drawn-on-both',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build' || !isLarge()) return;
        // Astro asks for so many pages at once
        updateConfig({ build: { concurrency: QUEUE + 2 }, vite: { plugins: [notingEntry((path) => (entry = path))] } });
      },
      'astro:build:setup': (bundled) => {
        pages = bundled.pages;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const second = thread();
        if (!second || !isLarge()) return;
        setPrerenderer((first) => {
          const surroundings = () => ({ entry, pages: stylesOf(pages), scripts: scriptsOf(first) });
          return withSecond(first, second, { site, finished, surroundings });
        });
      },
    },
  };
}

/** Notes where the bundle of pages is written. */
function notingEntry(note: (address: string) => void): Plugin {
  return {
    name: 'prerender-entry',
    applyToEnvironment: ({ name }) => name === 'prerender',
    writeBundle: ({ dir }, bundle) => {
      const name = Object.keys(bundle).find((one) => one.startsWith('prerender-entry'));
      if (dir !== undefined && name !== undefined) note(pathToFileURL(join(dir, name)).href);
    },
  };
}

function stylesOf(pages: ReadonlyMap<string, PageStyles>): Map<string, PageStyles> {
  return new Map([...pages].map(([key, { styles }]) => [key, { styles: [...styles] }]));
}

interface Place extends Pick<Options, 'finished' | 'site'> {
  surroundings: () => Surroundings;
}

function withSecond(first: AstroPrerenderer, second: SecondThread, place: Place): AstroPrerenderer {
  let ready = false;
  let failed: unknown = null;
  let later = new Set<string>();
  let own: Site | null = null;
  const fileOf = (url: string): string | null => {
    const file = own && fileBelow(url, own.base);
    return file === null || later.has(file) ? null : file;
  };
  return {
    ...first,
    name: 'drawn-on-both',
    setup: async () => {
      await first.setup?.();
      const site = place.site();
      own = site;
      later = rewrittenLater();
      const surroundings = place.surroundings();
      void second.index
        .then(() => second.ask({ kind: 'open', site, surroundings }))
        .then(
          () => (ready = true),
          (error: unknown) => (failed = error),
        );
    },
    render: async (request, options) => {
      if (failed instanceof Error) throw failed;
      const file = fileOf(request.url);
      if (ready && second.busy < QUEUE) {
        const { route, component } = options.routeData;
        const { drawn } = await second.ask({ kind: 'draw', url: request.url, route: { route, component }, file });
        if (drawn) {
          if (drawn.finished && file !== null) place.finished.add(file);
          return new Response(drawn.bytes, { status: drawn.status });
        }
      }
      const rendered = await first.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      if (file === null || own === null || !response.body || (response.status >= 300 && response.status < 400))
        return response;
      const bytes = Buffer.from(await response.arrayBuffer());
      const done = finishDrawn(bytes, file, own);
      if (done) place.finished.add(file);
      return new Response(new Uint8Array(done ?? bytes), { status: response.status });
    },
  };
}

/** Pages to which links are added where anchors stood (see host-files.ts). */
function rewrittenLater(): Set<string> {
  const { anchors } = planRedirects(loadKnowledgeBase().redirects);
  return new Set([...anchors.keys()].map((page) => join(page, 'index.html').replace(/^\//, '')));
}

/** Where Astro will write what it asked for by an address: "/404/" is "404.html", "/x/" is "x/index.html". */
export function fileBelow(url: string, base: string): string {
  const path = decodeURI(new URL(url).pathname).slice(base.length);
  if (path === '404/') return '404.html';
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
