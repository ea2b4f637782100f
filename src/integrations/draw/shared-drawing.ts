import type { AstroPrerenderer } from 'astro';
import type { FileNote } from '../finish/file-note.ts';
import type { Site } from '../finish/finish-files.ts';
import { finishDrawn } from '../finish/finish-page.ts';
import type { Surroundings } from './app.ts';
import type { SecondThread } from './second-thread.ts';

/** Pages that wait at the second thread: enough that it never waits while the first draws one. */
export const QUEUE = 6;

/** What is known of the site once its pages are bundled. */
interface Bundled {
  site: () => Site;
  surroundings: () => Surroundings;
  /** files below the site that something is added to after they are written */
  later: () => ReadonlySet<string>;
  /** files below the site that need no finishing any more: added to */
  finished: Map<string, FileNote>;
}

/**
 * Draws a page on the second thread wherever that is ready and has not enough to do, else on Astro's own, and finishes it where it was
 * drawn. Which thread draws which page is left to chance; the page is the same.
 */
export function sharedDrawing(
  first: AstroPrerenderer,
  second: Pick<SecondThread, 'ask' | 'busy' | 'index'>,
  bundled: Bundled,
): AstroPrerenderer {
  let known: { site: Site; later: ReadonlySet<string> } | null = null;
  let ready = false;
  let failed: Error | null = null;
  const begin = async (site: Site): Promise<void> => {
    const surroundings = bundled.surroundings();
    try {
      await second.index;
      await second.ask({ kind: 'open', site, surroundings });
      ready = true;
    } catch (error) {
      failed = error instanceof Error ? error : new Error(String(error));
    }
  };
  return {
    ...first,
    name: 'drawn-on-both',
    setup: async () => {
      await first.setup?.();
      known = { site: bundled.site(), later: bundled.later() };
      // not waited for: until it can help, pages are drawn here
      void begin(known.site);
    },
    render: async (request, options) => {
      if (failed) throw failed;
      if (!known) throw new Error('Astro draws pages before it is set up');
      const { site, later } = known;
      const place = fileBelow(request.url, site.base);
      const file = later.has(place) ? null : place;
      if (ready && second.busy < QUEUE) {
        const { route, component } = options.routeData;
        const { drawn } = await second.ask({ kind: 'draw', url: request.url, route: { route, component }, file });
        if (drawn?.note) bundled.finished.set(place, drawn.note);
        if (drawn) return new Response(drawn.bytes, { status: drawn.status });
      }
      const rendered = await first.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      if (file === null || !isPage(response)) return rendered;
      const bytes = Buffer.from(await response.arrayBuffer());
      const done = finishDrawn(bytes, file, site);
      if (done) bundled.finished.set(file, done.note);
      return new Response(new Uint8Array(done?.bytes ?? bytes), { status: response.status });
    },
  };
}

/** A redirect is for Astro to write. */
export function isPage({ body, status }: Response): boolean {
  return body !== null && (status < 300 || status >= 400);
}

/** Where Astro will write what it asked for by an address: "/404/" is "404.html", "/x/" is "x/index.html". */
export function fileBelow(url: string, base: string): string {
  const path = decodeURI(new URL(url).pathname).slice(base.length);
  if (path === '404/') return '404.html';
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
