import { afterAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { checkContent } from '../../src/cli/check-content.ts';
import { ADDRESSES, listedAddresses } from '../../src/cli/checks/addresses.ts';
import { writeAddresses } from '../../src/cli/write-addresses.ts';
import { charactersOf, withoutWhitespace } from '../../src/domain/text.ts';
import { buildKnowledgeBase, LAST_DAY } from '../../src/load/build.ts';
import { formatFault } from '../../src/load/fault.ts';
import { readContentFiles, type ContentFiles } from '../../src/load/files.ts';
import { ParseCache } from '../../src/load/parse-cache.ts';
import { addressesOf } from '../../src/model/addresses.ts';
import { anchorIdsOf } from '../../src/model/blocks.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { sitePages } from '../../src/model/pages.ts';
import { allTexts, isTextOn, lostAnchors, placeIdOf, versionsOf } from '../../src/model/versions.ts';
import { contentWithAmendments, contentWithThird, removeContent, THIRD } from '../support/third-district.ts';

const amendedRoot = contentWithAmendments();
const plainRoot = contentWithThird();
afterAll(() => [amendedRoot, plainRoot].forEach(removeContent));

const cache = new ParseCache();
const files = readContentFiles(amendedRoot);

function baseOf(content: ContentFiles, day = LAST_DAY): KnowledgeBase {
  const { knowledgeBase, faults } = buildKnowledgeBase(content, cache, 'apart', day);
  expect(faults.map(formatFault)).toEqual([]);
  if (!knowledgeBase) throw new Error('the content loads');
  return knowledgeBase;
}

const plain = baseOf(readContentFiles(plainRoot));
const [FIRST, SECOND, THIRD_TERM] = ['2026-08-31', '2026-09-01', '2027-10-01'];
const on = new Map([FIRST, SECOND, '2027-09-30', THIRD_TERM].map((day) => [day, baseOf(files, day)]));
const kb = on.get(SECOND) as KnowledgeBase;
const PLACE = `${THIRD}/measures/3`;
const textOf = (one: KnowledgeBase, place: string) => one.nodes.find(({ id }) => placeIdOf(id) === place);

describe('an amended clause', () => {
  it('is found right by the check, once its addresses are listed', () => {
    const written = writeAddresses(kb, listedAddresses(files));
    const listed = new Map(files).set(ADDRESSES, written.ok ? written.text : '');
    const { faults, counts } = checkContent(listed, { cache });
    expect(faults.map(formatFault)).toEqual([]);
    expect(counts.nodes).toBe(plain.nodes.length + 3);
  });

  it.each([
    [FIRST, PLACE],
    [SECOND, `${PLACE}@2`],
    ['2027-09-30', `${PLACE}@2`],
    [THIRD_TERM, `${PLACE}@3`],
  ])('on %s is %s, at the address of the clause', (day, id) => {
    const node = textOf(on.get(day) as KnowledgeBase, PLACE);
    expect([node?.id, node?.url]).toEqual([id, `/${PLACE}/`]);
    expect(node?.version?.url).toBe(`/${PLACE}/v${node?.version?.number}/`);
  });

  it('has on every day exactly one text, and every clause keeps its place', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    const places = [...new Set(allTexts(kb).map(({ id }) => placeIdOf(id)))];
    fc.assert(
      fc.property(day, fc.constantFrom(...places), (date, place) => {
        const today = date.toISOString().slice(0, 10);
        const texts = allTexts(kb).filter((node) => placeIdOf(node.id) === place && isTextOn(node, today));
        expect(texts.length).toBe(1);
      }),
    );
    for (const one of on.values()) {
      expect(one.nodes.map(({ id }) => placeIdOf(id))).toEqual(plain.nodes.map(({ id }) => id));
      expect(one.policies.flatMap(({ parts }) => parts.flatMap(({ nodes }) => nodes))).toEqual(
        one.nodes.map(({ id }) => id),
      );
      expect(allTexts(one).length).toBe(plain.nodes.length + 3);
    }
  });

  it('leaves the text as first published proved, character for character', () => {
    for (const { id, source } of kb.policies) {
      const first = allTexts(kb)
        .filter((node) => node.policy === id && !node.id.includes('@'))
        .sort((a, b) => a.index - b.index);
      expect(withoutWhitespace(first.map(({ text }) => text).join(''))).toBe(charactersOf(source));
    }
  });

  it('cites the version in every source, and leads to the address that always shows it', () => {
    const awards = kb.rules.policies.flatMap((policy) => policy.awards).filter(({ term }) => term);
    expect(awards.map(({ ref }) => ref)).toContain(`${THIRD}/measures/1@2#class-iii`);
    for (const { clause, clauseLabel, clauseUrl, sources } of awards) {
      const node = allTexts(kb).find(({ id }) => id === clause);
      expect(clauseUrl).toBe(node?.version?.url);
      expect(clauseLabel).toBe(`${node?.label}（${node?.version?.words}）`);
      for (const { url, quote, anchor } of sources) {
        expect(url.startsWith(clauseUrl)).toBe(true);
        expect(node?.anchors.find(({ id }) => id === anchor)?.text).toContain(quote);
      }
    }
    expect(textOf(kb, `${THIRD}/measures/1`)?.version?.words).toBe('2026年9月1日起文本');
    expect(allTexts(kb).find(({ id }) => id === `${THIRD}/measures/1`)?.version?.words).toBe('2026年9月1日前文本');
  });

  it('leaves all else as it is', () => {
    const bare = (one: KnowledgeBase) => one.nodes.filter(({ policy }) => policy !== THIRD);
    expect(bare(kb)).toEqual(bare(plain));
    expect(kb.rules.policies.slice(0, 2)).toEqual(plain.rules.policies.slice(0, 2));
    expect(JSON.stringify(plain.rules)).not.toMatch(/"term"|"continues"/);
  });
});

describe('addresses', () => {
  const listed = (one: KnowledgeBase) => new Set(addressesOf(one).map(({ address }) => address));

  it('never disappear by an amendment, and are the same on every day', () => {
    const now = listed(kb);
    expect([...listed(plain)].filter((address) => !now.has(address))).toEqual([]);
    for (const one of on.values()) expect([...listed(one)].sort()).toEqual([...now].sort());
    for (const version of ['v1', 'v2', 'v3']) expect(now).toContain(`/${PLACE}/${version}/#h`);
    expect(now).toContain(`/${THIRD}/amendments/2026-08/#p1`);
  });

  it('of a paragraph that is gone lead to the version that has it', () => {
    const now = textOf(on.get(THIRD_TERM) as KnowledgeBase, PLACE);
    if (!now) throw new Error('in force');
    expect(anchorIdsOf(now.blocks)).not.toContain('p2');
    const lost = lostAnchors(now, versionsOf(now, on.get(THIRD_TERM) as KnowledgeBase));
    expect(lost.map(({ anchor, version }) => [anchor, version.id])).toEqual([['p2', `${PLACE}@2`]]);
    expect(listed(on.get(THIRD_TERM) as KnowledgeBase)).toContain(`/${PLACE}/#p2`);
  });

  it('are pages for search engines, the version in force under the clause', () => {
    const urls = sitePages(kb).map(({ url }) => url);
    for (const page of ['', 'v1/', 'v3/']) expect(urls).toContain(`/${PLACE}/${page}`);
    expect(urls).not.toContain(`/${PLACE}/v2/`);
    expect(new Set(urls).size).toBe(urls.length);
  });
});

const AMENDMENT = `policies/${THIRD}/amendments/2026-08/amendment.yaml`;
const DOCUMENT = `policies/${THIRD}/amendments/2026-08/source.txt`;
const V2 = `policies/${THIRD}/measures/03-industrialisation.v2.mdx`;
const V3 = `policies/${THIRD}/measures/03-industrialisation.v3.mdx`;
const DEVICE = `policies/${THIRD}/measures/01-device-research.v2.mdx`;

/** Slips of an editor: the first fault that each gives must say where, what and what to do. */
const SLIPS: [string, string, string | RegExp, string][] = [
  ['a document that is not there', V2, 'amendment: 2026-08', 'amendment: 2026-09'],
  ['no document', V2, 'amendment: 2026-08\n', ''],
  ['a field that is the first version’s', V2, 'amendment: 2026-08', 'node: "3"\namendment: 2026-08'],
  ['a character of the new text', V2, '由区星云局认定', '由区星云局核定'],
  ['a day of effect that the words do not state', AMENDMENT, '"2026-09-01"', '"2026-09-02"'],
  ['no day of effect', AMENDMENT, /effective: .*\n/, ''],
  ['words that are not in the document', AMENDMENT, '本通知自 2026', '本办法自 2026'],
  ['a title that is not in the document', AMENDMENT, '关于修改《虚构区', '关于修订《虚构区'],
  ['a change that the document does not state', DEVICE, 'from: 年度最高', 'from: 企业年度最高'],
  ['a change that the old text does not have', DEVICE, 'from: 年度最高支持 150', 'from: 年度最高支持 200'],
  ['changes in the wrong order', V3, /( {2}- \{ from: 最高.*\n)( {2}- .*\n)/, '$2$1'],
  ['a text that the changes do not give', DEVICE, '每个品种最高 45 万元。', '每个品种最高 54 万元。'],
  ['the same cap with another sum than the text', DEVICE, 'max: 200 万元', 'max: 250 万元'],
  ['an unknown version of a clause', `policies/${THIRD}/readings.yaml`, 'measures/1@2', 'measures/1@3'],
  [
    'a reading that is not shown beside the new words',
    `policies/${THIRD}/readings.yaml`,
    /（2026 年 9 月 1 日起为 200 万元）([^]*?\n).*1@2.*\n/,
    '$1',
  ],
  ['an example on a day of another version', V2, /2026-09-01/g, '2026-08-31'],
  ['no news', 'changes.yaml', `, ${THIRD}/measures/3@2`, ''],
];

describe('what the check says', () => {
  const firstFault = (changed: Map<string, string>): string | undefined => {
    const [first] = checkContent(changed, { cache }).faults;
    return first && formatFault(first);
  };

  it.each(SLIPS)('%s', (_, file, from, to) => {
    const text = files.get(file) ?? '';
    const damaged = text.replace(from, to);
    expect(damaged).not.toBe(text);
    expect(firstFault(new Map(files).set(file, damaged))).toMatchSnapshot();
  });

  const move = (from: string, to: string | null, change = (text: string) => text): Map<string, string> => {
    const moved = new Map(files);
    if (to !== null) moved.set(to, change(files.get(from) ?? ''));
    if (to !== from) moved.delete(from);
    return moved;
  };
  const CASES: [string, Map<string, string>][] = [
    ['a gap between versions', move(V3, V3.replace('.v3', '.v4'))],
    ['a version without a first', move(V2, V2.replace('03-', '04-'))],
    ['a version 1 in a file of its own', move(DEVICE, DEVICE.replace('.v2', '.v1'))],
    ['a document without its text', move(DOCUMENT, null)],
    ['a document without its particulars', move(AMENDMENT, null)],
    [
      'a document that amends nothing',
      new Map(files)
        .set(AMENDMENT.replace('2026-08', '2026-10'), files.get(AMENDMENT) ?? '')
        .set(DOCUMENT.replace('2026-08', '2026-10'), files.get(DOCUMENT) ?? ''),
    ],
    [
      'a text that did not change',
      move(V2, V2, () =>
        (files.get(V2) ?? '').replace(
          /---\n\n[^]*$/,
          `---\n\n${(files.get(V2.replace('.v2', '')) ?? '').split('---\n\n')[1] ?? ''}`,
        ),
      ),
    ],
    [
      'versions in the wrong order of time',
      ['amendment.yaml', 'source.txt'].reduce((changed, name) => {
        const file = `policies/${THIRD}/amendments/2027-09/${name}`;
        const text = (files.get(file) ?? '').replace('2027-10-01', '2026-09-01').replace('2027-09-01', '2026-08-31');
        return changed.set(
          file,
          text.replace('2027 年 10 月 1 日', '2026 年 9 月 1 日').replace('2027年9月1日', '2026年8月31日'),
        );
      }, new Map(files)),
    ],
    [
      'a part that is called as the folder of documents',
      new Map(files).set(
        `policies/${THIRD}/policy.yaml`,
        (files.get(`policies/${THIRD}/policy.yaml`) ?? '').replace('id: notice', 'id: amendments'),
      ),
    ],
    [
      'an amendment after the policy has ended',
      new Map(files)
        .set(
          AMENDMENT,
          (files.get(AMENDMENT) ?? '')
            .replaceAll('2026-09-01', '2029-09-01')
            .replace('2026 年 9 月 1 日', '2029 年 9 月 1 日'),
        )
        .set(DOCUMENT, (files.get(DOCUMENT) ?? '').replace('2026 年 9 月 1 日', '2029 年 9 月 1 日')),
    ],
  ];
  it.each(CASES)('%s', (_, changed) => {
    expect(firstFault(changed)).toMatchSnapshot();
  });
});
