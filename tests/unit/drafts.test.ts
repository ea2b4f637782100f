import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { draftPages } from '../../src/components/draft/paths.ts';
import { importPolicy } from '../../src/import/index.ts';
import { forgetKnowledgeBase, loadDrafts, loadKnowledgeBase } from '../../src/load/index.ts';
import { addressesOf } from '../../src/model/addresses.ts';
import { ARTICLES } from '../fixtures/official-texts.ts';

const home = mkdtempSync(join(tmpdir(), 'drafts-'));
const root = join(home, 'content');
cpSync(join(import.meta.dirname, '../../content'), root, { recursive: true });
const { files } = importPolicy(ARTICLES, 'east-2026', { order: 3, marks: [], departments: [] });
for (const [path, text] of files) {
  const place = join(root, 'policies/east-2026', path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, text);
}

afterEach(() => {
  vi.unstubAllEnvs();
  forgetKnowledgeBase();
});

describe('a draft', () => {
  it('has no page where drafts are not asked for', () => {
    vi.stubEnv('DRAFTS', '');
    expect(loadDrafts(root)).toBeNull();
    expect(draftPages(loadDrafts(root))).toEqual([]);
  });

  it('has the pages that it is going to have, each with what is left to do on it', () => {
    vi.stubEnv('DRAFTS', '1');
    const pages = draftPages(loadDrafts(root));
    expect(pages.map(({ params }) => params.draft)).toEqual(
      expect.arrayContaining(['east-2026', 'east-2026/provisions', 'east-2026/provisions/3', 'east-2026/forms/1']),
    );
    expect(pages.every(({ props }) => props.policy.id === 'east-2026')).toBe(true);
    const page = (path: string) => pages.find(({ params }) => params.draft === path)?.props;
    expect(page('east-2026/provisions/3')?.todo).toEqual(
      expect.arrayContaining([expect.stringContaining('按照１５％给予补贴')]),
    );
    expect(page('east-2026')?.todo.length).toBeGreaterThan(page('east-2026/provisions')?.todo.length ?? 0);
  });

  it('is unknown to pages, calculators, data and addresses, asked for or not', () => {
    for (const asked of ['', '1']) {
      vi.stubEnv('DRAFTS', asked);
      forgetKnowledgeBase();
      const kb = loadKnowledgeBase(root);
      expect(kb.policies.map(({ id }) => id)).not.toContain('east-2026');
      expect(kb.rules.policies.map(({ id }) => id)).not.toContain('east-2026');
      expect(addressesOf(kb).filter(({ address }) => address.includes('east-2026'))).toEqual([]);
    }
  });

  it('that is broken keeps no finished policy from being published', () => {
    writeFileSync(join(root, 'policies/east-2026/provisions/99-broken.mdx'), '---\nnode: [\n---\n\n第九条\n');
    expect(loadKnowledgeBase(root).policies.length).toBeGreaterThan(0);
    rmSync(home, { recursive: true });
  });
});
