import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { AstroPrerenderer, RouteData } from 'astro';
import { describe, expect, it } from 'vitest';
import type { Answer, Asked, SecondThread } from '../../src/integrations/draw/second-thread.ts';
import { fileBelow, QUEUE, sharedDrawing } from '../../src/integrations/draw/shared-drawing.ts';
import { noteOf, type FileNote } from '../../src/integrations/finish/file-note.ts';
import { finishDrawn } from '../../src/integrations/finish/finish-page.ts';

const words = '条款'.repeat(200);
const html = (path: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${path}${words}</body></html>`;
const routeData = { route: '/[x]', component: 'src/pages/[x].astro' } as RouteData;

/** The drawing as the build has it, but for the thread and Astro, which are told what to do. */
function drawing(answer: (asked: Asked) => Promise<Answer>, busy = 0, later: string[] = []) {
  const root = mkdtempSync(join(tmpdir(), 'drawn-'));
  const site = { root, base: '/x/', imports: new Map() };
  const asked: Asked[] = [];
  const finished = new Map<string, FileNote>();
  const first: AstroPrerenderer = {
    name: 'first',
    getStaticPaths: () => Promise.resolve([]),
    render: ({ url }) => Promise.resolve(new Response(html(new URL(url).pathname), { status: 200 })),
  };
  const second: Pick<SecondThread, 'ask' | 'busy' | 'index'> = {
    index: Promise.resolve(new Map()),
    busy,
    ask: (one) => {
      asked.push(one);
      return answer(one);
    },
  };
  const shared = sharedDrawing(first, second, {
    site: () => site,
    surroundings: () => ({ entry: '', pages: new Map(), scripts: [] }),
    later: () => new Set(later),
    finished,
  });
  const draw = async (path: string): Promise<string> => {
    const drawn = await shared.render(new Request(`http://localhost${path}`), { routeData });
    return (drawn instanceof Response ? drawn : drawn.response).text();
  };
  const begin = async (): Promise<void> => {
    await shared.setup?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { site, asked, finished, begin, draw };
}

/** A second thread that draws and finishes as the real one does. */
const helpful =
  (site: () => Parameters<typeof finishDrawn>[2]) =>
  (asked: Asked): Promise<Answer> => {
    if (asked.kind === 'open') return Promise.resolve({ drawn: null });
    const bytes = Buffer.from(html(new URL(asked.url).pathname));
    const done = asked.file === null ? null : finishDrawn(bytes, asked.file, site());
    return Promise.resolve({
      drawn: { bytes: new Uint8Array(done?.bytes ?? bytes), note: done?.note ?? null, status: 200 },
    });
  };

describe('drawing on two threads', () => {
  it.each(['/x/a/', '/x/404/', '/x/a/b.html'])('%s is the same whoever draws it', async (path) => {
    const both = [0, QUEUE].map((busy) => {
      const one = drawing((asked) => helpful(() => one.site)(asked), busy);
      return one;
    });
    const drawn = [];
    for (const one of both) {
      await one.begin();
      const page = await one.draw(path);
      const file = fileBelow(`http://localhost${path}`, '/x/');
      expect([...one.finished.keys()]).toEqual([file]);
      const at = join(one.site.root, file);
      expect(brotliDecompressSync(readFileSync(`${at}.br`)).toString()).toBe(page);
      // the host packs it for those who take no brotli
      expect(existsSync(`${at}.gz`)).toBe(false);
      expect(one.finished.get(file)).toEqual(noteOf(file, Buffer.from(page)));
      expect(page).toContain('content-security-policy');
      drawn.push(page);
    }
    expect(drawn[0]).toBe(drawn[1]);
    // the one was free, the other had enough to do
    expect(both.map(({ asked }) => asked.filter(({ kind }) => kind === 'draw').length)).toEqual([1, 0]);
  });

  it('draws a page itself that the second thread leaves to it', async () => {
    const one = drawing(() => Promise.resolve({ drawn: null }));
    await one.begin();
    expect(await one.draw('/x/a/')).toContain('/x/a/');
    expect(one.asked.map(({ kind }) => kind)).toEqual(['open', 'draw']);
  });

  it('leaves a page unfinished to which something is added later', async () => {
    const one = drawing(() => Promise.resolve({ drawn: null }), QUEUE, ['a/index.html']);
    await one.begin();
    expect(await one.draw('/x/a/')).toBe(html('/x/a/'));
    expect(one.finished.size).toBe(0);
    expect(existsSync(join(one.site.root, 'a'))).toBe(false);
  });

  it('ends the build where the second thread cannot begin', async () => {
    const one = drawing(() => Promise.reject(new Error('Astro draws pages in another way now')));
    await one.begin();
    await expect(one.draw('/x/a/')).rejects.toThrow('in another way');
  });

  it.each([
    ['<script src="/x/_astro/a.b1.js"></script><link href="/x/_astro/c.css?v=1">', ['a.b1.js', 'c.css']],
    ['<script>import("/_astro/Page.astro_astro.D-_1.js")</script>', ['Page.astro_astro.D-_1.js']],
    ['<a data-props="/_astro/props.0.json" href="/_astro/props.0.json"></a><p>/_astro/</p>', ['props.0.json']],
    ['<p>none</p>', []],
  ])('notes what %s names', (page, named) => {
    expect(noteOf('a/index.html', Buffer.from(page)).named).toEqual(named);
    expect(noteOf('a/data.json', Buffer.from(page)).named).toEqual([]);
  });

  it('finishes texts only', () => {
    const { site } = drawing(() => Promise.resolve({ drawn: null }));
    expect(finishDrawn(Buffer.from(words), 'a.bin', site)).toBeNull();
    expect(finishDrawn(Buffer.from(words), 'a.json', site)?.bytes.toString()).toBe(words);
    expect(existsSync(join(site.root, 'a.json.br'))).toBe(true);
  });
});
