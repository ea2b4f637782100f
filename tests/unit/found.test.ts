import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/cli/check-content.ts';
import { feedOf } from '../../src/data/feed.ts';
import { llmsOf } from '../../src/data/llms.ts';
import { sitemapOf } from '../../src/data/sitemap.ts';
import { readContentFiles } from '../../src/load/files.ts';
import { readHistory } from '../../src/load/history.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import { addressesOf } from '../../src/model/addresses.ts';
import { sitePages } from '../../src/model/pages.ts';
import { attribute, elements, withXml } from '../support/xml.ts';

const root = join(import.meta.dirname, '../../content');
const kb = loadKnowledgeBase(root);
const absolute = (url: string): string => `https://policy.example${url}`;
const addresses = addressesOf(kb).map(({ address }) => address);
const SITEMAP = { s: 'http://www.sitemaps.org/schemas/sitemap/0.9' };
const ATOM = { a: 'http://www.w3.org/2005/Atom' };

const folder = mkdtempSync(join(tmpdir(), 'found-'));
afterAll(() => rmSync(folder, { recursive: true }));

function git(cwd: string, date: string, ...args: string[]): void {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid', '-c', 'commit.gpgsign=false'];
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  execFileSync('git', [...who, ...args], { cwd, env, stdio: 'pipe' });
}

/** A repository whose content was committed on one day and one clause of it changed on another. */
function repository(): { repo: string; content: string; clause: string } {
  const repo = join(folder, 'repo');
  const content = join(repo, 'content');
  cpSync(root, content, { recursive: true });
  const clause = kb.nodes.find(({ kind }) => kind === 'clause')?.file ?? '';
  git(folder, '2026-01-10T12:00:00Z', 'init', '-q', 'repo');
  git(repo, '2026-01-10T12:00:00Z', 'add', '-A');
  git(repo, '2026-01-10T12:00:00Z', 'commit', '-qm', 'one');
  writeFileSync(join(content, clause), ' ');
  // late on the 20th in London is the 21st in Shanghai
  git(repo, '2026-02-20T20:00:00Z', 'commit', '-qam', 'two');
  return { repo, content, clause };
}

describe('sitemap', () => {
  const { repo, content, clause } = repository();
  const datesOf = (history: ReturnType<typeof readHistory>): Map<string, string> =>
    withXml(
      sitemapOf(kb, history, absolute),
      (xml) =>
        new Map(
          elements(xml, '//s:url', SITEMAP).map((url): [string, string] => [
            elements(url, 's:loc', SITEMAP)[0]?.content ?? '',
            elements(url, 's:lastmod', SITEMAP)[0]?.content ?? '',
          ]),
        ),
    );

  it('names every page of the contract once, absolutely, and no other', () => {
    const pages = addresses.filter((address) => address.endsWith('/'));
    expect([...datesOf(new Map()).keys()].sort()).toEqual(pages.map(absolute).sort());
    expect(sitePages(kb).length).toBe(pages.length);
  });

  it('gives each page the last day on which a file that makes it changed', () => {
    const dates = datesOf(readHistory(content));
    const changed = kb.nodes.find(({ file }) => file === clause);
    const other = kb.nodes.find(({ file, hasPage, part }) => file !== clause && hasPage && part !== changed?.part);
    expect(dates.get(absolute(changed?.url ?? ''))).toBe('2026-02-21');
    expect(dates.get(absolute('/'))).toBe('2026-02-21');
    expect(dates.get(absolute(other?.url ?? ''))).toBe('2026-01-10');
    expect(dates.get(absolute('/about/'))).toBe('2026-01-10');
  });

  it('takes the day of issue where there is no history, or only a part of it', () => {
    git(folder, '2026-03-01T00:00:00Z', 'clone', '-q', '--depth', '1', `file://${repo}`, 'cut');
    const bare = mkdtempSync(join(tmpdir(), 'found-bare-'));
    for (const place of [join(folder, 'cut/content'), bare]) {
      const dates = datesOf(readHistory(place));
      for (const policy of kb.policies) expect(dates.get(absolute(policy.url))).toBe(policy.issued);
    }
    rmSync(bare, { recursive: true });
  });
});

describe('feed', () => {
  const xml = feedOf(kb, { siteName: '站名', link: absolute });

  it('is Atom: ids, times, author, and entries newest first', () => {
    const { ids, times, names, entries } = withXml(xml, (feed) => ({
      ids: elements(feed, '//a:id', ATOM).map(({ content }) => content),
      times: elements(feed, '//a:updated', ATOM).map(({ content }) => content),
      names: elements(feed, '/a:feed/a:author/a:name', ATOM).map(({ content }) => content),
      entries: elements(feed, '//a:entry', ATOM).length,
    }));
    expect(entries).toBe(kb.changes.length);
    expect(new Set(ids).size).toBe(entries + 1);
    for (const id of ids)
      expect(id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    for (const time of times) expect(time).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\+08:00$/);
    expect(times[0]).toBe(times[1]);
    expect([...times].sort().reverse()).toEqual(times);
    expect(names).toEqual(['站名']);
  });

  it('links to places of the site, and ids do not depend on where it stands', () => {
    const hrefs = withXml(xml, (feed) => elements(feed, '//a:link', ATOM).map((link) => attribute(link, 'href') ?? ''));
    for (const href of hrefs) expect(addresses).toContain(href.replace('https://policy.example', ''));
    const idsOf = (text: string): string[] => text.match(/urn:uuid:[^<]+/g) ?? [];
    expect(idsOf(feedOf(kb, { siteName: '站名', link: (url) => `/base${url}` }))).toEqual(idsOf(xml));
  });
});

describe('changes.yaml', () => {
  const files = readContentFiles(root);
  const entry = (id: string, date: string, clause: string): string =>
    `- { id: ${id}, date: "${date}", title: 甲, note: 乙, clauses: [${clause}] }\n`;
  const policy = kb.policies[0]?.id ?? '';
  const faultsOf = (text: string): string[] =>
    checkContent(new Map(files).set('changes.yaml', text)).faults.map(
      ({ file, line, field }) => `${file}:${line} ${field}`,
    );

  it.each([
    ['a clause that is not there', entry('a', '2026-01-01', `${policy}/rules/999`), 'changes.yaml:1 0.clauses.0'],
    ['no such day', entry('a', '2026-02-30', policy), 'changes.yaml:1 0.date'],
    ['the newest last', entry('a', '2026-01-01', policy) + entry('b', '2026-01-02', policy), 'changes.yaml:2 1.date'],
    ['an id twice', entry('a', '2026-01-01', policy) + entry('a', '2026-01-01', policy), 'changes.yaml:2 1.id'],
  ])('tells of %s', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });
});

describe('llms.txt', () => {
  const text = llmsOf(kb, { siteName: '站名', notice: '非官方网站', link: absolute });

  it('names every policy, part, topic and data file, by addresses that exist', () => {
    const links = [...text.matchAll(/\]\(https:\/\/policy\.example([^)]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !addresses.includes(link))).toEqual([]);
    const wanted = [
      ...kb.policies.flatMap(({ url, parts }) => [url, ...parts.map((part) => part.url)]),
      ...kb.topics.map(({ url }) => url),
      ...addresses.filter((address) => /^\/data\/.+\.(json|html|akn\.xml)$/.test(address)),
    ];
    expect(wanted.filter((url) => !links.includes(url))).toEqual([]);
  });

  it.each([
    [['甲'], '，甲印发，'],
    [['甲', '乙'], '，甲等印发，'],
  ])('names the issuers %j, with 等 only where there are more', (issuers, words) => {
    const policies = kb.policies.map((policy) => ({ ...policy, issuers }));
    const told = llmsOf({ ...kb, policies }, { siteName: '', notice: '', link: (url) => url });
    expect(told).toContain(words);
  });

  it('begins as the convention asks: a title, then a summary', () => {
    expect(text).toMatch(/^# 站名\n\n> .+\n\n/);
  });
});
