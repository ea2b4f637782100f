import { describe, expect, test } from 'vitest';
import { holdScripts } from '../../src/integrations/finish/held-scripts.ts';

const SITE = {
  root: '/nowhere',
  base: '/site/',
  imports: new Map([
    ['_astro/page.js', ['_astro/shared.js']],
    ['_astro/shared.js', ['_astro/deep.js']],
    ['_astro/App.js', ['_astro/react.js', '_astro/shared.js']],
    ['_astro/alone.js', []],
  ]),
};
const script = (name: string): string => `<script type="module" src="/site/_astro/${name}.js"></script>`;
const page = (body: string): string => `<html><head></head><body>${body}</body></html>`;
const urls = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, name = '']) => name).sort();
const imported = (html: string): string[] => urls(html, /import\("\/site\/_astro\/(\w+)\.js"\)/g);
const preloaded = (html: string): string[] => urls(html, /link\("modulepreload","\/site\/_astro\/(\w+)\.js"\)/g);

describe('scripts wait for the first paint', () => {
  const island =
    '<astro-island data-painted component-url="/site/_astro/App.js" data-runtime="/site/_astro/island.js">';
  test.each([
    ['one that imports others', script('page'), ['page'], ['deep', 'shared']],
    ['one that imports nothing', script('alone'), ['alone'], []],
    ['two', script('page') + script('alone'), ['alone', 'page'], ['deep', 'shared']],
    ['an island that wakes with its page', island, [], ['App', 'deep', 'react', 'shared']],
    ['both', script('alone') + island, ['alone'], ['App', 'deep', 'react', 'shared']],
  ])('%s', (_, body, own, others) => {
    const held = holdScripts(page(body), SITE);
    expect(held).not.toMatch(/<script type="module" src=|modulepreload" href="/);
    expect(imported(held)).toEqual(own);
    expect(preloaded(held)).toEqual(others);
    expect(held).toMatch(/<script>painted\.then\(.*<\/script><\/body><\/html>$/);
    expect(held.includes('import(dataset.runtime)')).toBe(body.includes('data-painted'));
  });

  test('the manifest comes with them', () => {
    const held = holdScripts(
      `<html><head><link rel="manifest" href="/site/manifest.webmanifest"></head><body>${script('alone')}</body></html>`,
      SITE,
    );
    expect(held).not.toMatch(/<link[^>]*manifest/);
    expect(held).toContain('link("manifest","/site/manifest.webmanifest")');
  });

  test.each([
    ['no script at all', page('<p>words</p>')],
    ['a script that stands inline', page('<script type="module">a()</script>')],
    [
      'an island that waits for its use',
      page('<astro-island component-url="/site/_astro/App.js" data-runtime="x.js"></astro-island>'),
    ],
  ])('%s stays as it is', (_, html) => {
    expect(holdScripts(html, SITE)).toBe(html);
  });
});
