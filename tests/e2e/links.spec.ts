import { expect, test } from '../support/test.ts';
import { readFileSync } from 'node:fs';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { redirectOf } from '../../src/model/redirects.ts';
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

test('no page carries an id twice', () => {
  const repeated = [...site.pages].flatMap(([url, html]) => {
    const all = idsOf(html);
    return all.filter((id, index) => all.indexOf(id) !== index).map((id) => `${url} #${id}`);
  });
  expect(repeated).toEqual([]);
});
