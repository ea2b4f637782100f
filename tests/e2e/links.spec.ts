import { expect, test } from '@playwright/test';
import { parse } from 'node:path';
import { globSync, readFileSync } from 'node:fs';

/** Every page that was built, by its address. */
const pages = new Map(
  globSync('dist/**/*.html').map((file) => {
    const { dir, base } = parse(file.replaceAll('\\', '/'));
    const folder = dir.replace(/^dist/, '');
    return [base === 'index.html' ? `${folder}/` : `${folder}/${base}`, readFileSync(file, 'utf8')] as const;
  }),
);
const idsOf = (html: string) => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]));
const ids = new Map([...pages].map(([url, html]) => [url, idsOf(html)]));
const files = new Set(globSync('dist/**/*').map((file) => file.replaceAll('\\', '/').replace(/^dist/, '')));

test('no internal link leads nowhere', () => {
  const broken: string[] = [];
  for (const [url, html] of pages) {
    for (const [, href = ''] of html.matchAll(/\shref="([^"]+)"/g)) {
      if (/^(https?:|mailto:|data:)/.test(href)) continue;
      const target = new URL(href.replaceAll('&amp;', '&'), `http://site${url}`);
      const path = decodeURIComponent(target.pathname);
      const anchor = decodeURIComponent(target.hash.slice(1)).split(':~:')[0] ?? '';
      if (!pages.has(path) && !files.has(path)) broken.push(`${url} → ${href}`);
      else if (anchor && pages.has(path) && !ids.get(path)?.has(anchor)) broken.push(`${url} → ${href} (anchor)`);
    }
  }
  expect(broken).toEqual([]);
});

test('no page carries an id twice', () => {
  const repeated = [...pages].flatMap(([url, html]) => {
    const all = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    return all.filter((id, index) => all.indexOf(id) !== index).map((id) => `${url} #${id}`);
  });
  expect(repeated).toEqual([]);
});
