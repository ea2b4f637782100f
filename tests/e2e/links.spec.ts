import { expect, test } from '../support/test.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { RESERVED_POLICIES } from '../../src/model/reserved.ts';
import { planRedirects, redirectOf } from '../../src/model/redirects.ts';
import { BuiltSite, idsOf } from '../support/links.ts';

const site = new BuiltSite('dist');

test('no address on any page leads nowhere', () => {
  expect(site.pages.size).toBeGreaterThan(100);
  expect(site.broken()).toEqual([]);
});

test('every address ever published stands, page and anchor, or leads on', () => {
  const { redirects } = loadKnowledgeBase();
  const published = readFileSync('content/addresses.txt', 'utf8').trim().split('\n');
  expect(published.length).toBeGreaterThan(800);
  expect(published.filter((address) => !site.has(redirectOf(redirects, address) ?? address))).toEqual([]);
});

test('no policy can take a name that stands at the root of the site', () => {
  const known = new Set([...loadKnowledgeBase().policies.map(({ id }) => id), ...RESERVED_POLICIES.keys()]);
  const names = readdirSync('dist').map((name) => name.replace(/\.html$/, ''));
  expect(names.filter((name) => /^[a-z0-9-]+$/.test(name) && !known.has(name))).toEqual([]);
});

test('an anchor that moved from a page that stands leads on from there without scripts', () => {
  const { anchors } = planRedirects(loadKnowledgeBase().redirects);
  expect(anchors.size).toBeGreaterThan(0);
  for (const [page, moved] of anchors)
    for (const { id, to } of moved) {
      const [, there = ''] = (site.pages.get(page) ?? '').split(new RegExp(`\\sid="${id}"`));
      expect(/href="([^"]+)"/.exec(there)?.[1], `${page}#${id}`).toBe(to);
    }
});

test('no page carries an id twice', () => {
  const repeated = [...site.pages].flatMap(([url, html]) => {
    const all = idsOf(html);
    return all.filter((id, index) => all.indexOf(id) !== index).map((id) => `${url} #${id}`);
  });
  expect(repeated).toEqual([]);
});
