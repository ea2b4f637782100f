import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { loadKnowledgeBase } from '../../load/index.ts';
import { planRedirects } from '../../model/redirects.ts';
import type { FileNote } from '../finish/file-note.ts';
import type { Site } from '../finish/finish-files.ts';
import { scriptsOf, type PageStyles } from './app.ts';
import { isLarge } from './large.ts';
import { QUEUE, sharedDrawing } from './shared-drawing.ts';
import type { SecondThread } from './second-thread.ts';

interface Options {
  /** the site as it stands when pages are drawn */
  site: () => Site;
  /** begun when the build is */
  thread: () => SecondThread | null;
  /** files below the site that need no finishing any more */
  finished: Map<string, FileNote>;
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
          return sharedDrawing(first, second, { site, finished, surroundings, later: rewrittenLater });
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

/** Pages to which links are added where anchors stood (see host-files.ts): they are finished after that. */
function rewrittenLater(): Set<string> {
  const { anchors } = planRedirects(loadKnowledgeBase().redirects);
  return new Set([...anchors.keys()].map((page) => join(page, 'index.html').replace(/^\//, '')));
}
