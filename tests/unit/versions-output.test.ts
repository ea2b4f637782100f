import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, describe, expect, it } from 'vitest';
import { scenarioProps } from '../../src/components/calculate/scenario-props.ts';
import { CONTRADICTION_WORDS, entryId, notesOf } from '../../src/components/notes/note-index.ts';
import { noteWords } from '../../src/components/notes/note-words.ts';
import { columnOf, joinColumns, type Fetched } from '../../src/compare/column.ts';
import { compareAll, narrow, pairTexts, pairVersions } from '../../src/compare/index.ts';
import { akomaNtosoOf } from '../../src/data/akoma-ntoso/document.ts';
import { bookOf } from '../../src/data/book/book.ts';
import { clauseRecords } from '../../src/data/clauses.ts';
import { feedOf } from '../../src/data/feed.ts';
import { llmsOf } from '../../src/data/llms.ts';
import { stateWords } from '../../src/components/versions/words.ts';
import { wordsOn } from '../../src/components/versions/by-day.ts';
import { charactersOf, withoutWhitespace } from '../../src/domain/text.ts';
import { chineseDate } from '../../src/domain/dates.ts';
import { Next } from '../../src/islands/compare/Next.tsx';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import type { KnowledgeBase, PolicyEntry } from '../../src/model/knowledge-base.ts';
import { qrPages } from '../../src/model/qr.ts';
import { allTexts, permalinkOf } from '../../src/model/versions.ts';
import { factsOf } from '../../src/search/build.ts';
import { contentWithAmendments, removeContent, THIRD } from '../support/third-district.ts';
import { attribute, elements, withXml } from '../support/xml.ts';

const root = contentWithAmendments();
afterAll(() => removeContent(root));
const on = (day: string): KnowledgeBase => loadKnowledgeBase(root, day);
const [before, kb, after] = [on('2026-08-31'), on('2026-09-01'), on('2027-10-01')];
const policyOf = (one: KnowledgeBase): PolicyEntry => one.policies.find(({ id }) => id === THIRD) as PolicyEntry;
const PLACE = `${THIRD}/measures/3`;
const days = [before, kb, after];

describe('clauses.json', () => {
  const records = clauseRecords(kb).filter(({ policy }) => policy === THIRD);

  it('has every version with its own days, at an address that always shows it', () => {
    expect(
      records
        .filter(({ id }) => id.startsWith(PLACE))
        .map(({ id, url, effective, expires }) => [id, url, effective, expires]),
    ).toEqual([
      [PLACE, `/${PLACE}/v1/`, '2026-04-01', '2026-08-31'],
      [`${PLACE}@2`, `/${PLACE}/v2/`, '2026-09-01', '2027-09-30'],
      [`${PLACE}@3`, `/${PLACE}/v3/`, '2027-10-01', '2028-03-31'],
    ]);
  });

  it('joins to the published text without the later versions, and is the same on every day but for what clauses refer to', () => {
    const first = records.filter(({ id }) => !id.includes('@')).map(({ text }) => text);
    expect(withoutWhitespace(first.join(''))).toBe(charactersOf(policyOf(kb).source));
    for (const one of days)
      expect(clauseRecords(one).map(({ id, text, url }) => [id, text, url])).toEqual(
        clauseRecords(kb).map(({ id, text, url }) => [id, text, url]),
      );
  });
});

describe.each([
  ['2026-08-31', before, 1],
  ['2026-09-01', kb, 2],
  ['2027-10-01', after, 3],
] as const)('on %s', (_, one, number) => {
  const inForce = one.nodes.filter(({ policy }) => policy === THIRD);

  it('the one file holds the text in force, then the others, every link of it at its place', () => {
    const policy = policyOf(one);
    const html = bookOf({
      policy,
      kb: one,
      site: { name: '站名', notice: '非官方网站' },
      css: 'p { color: red; }',
      notes: (node) => {
        const notes = notesOf(node, one);
        return (anchor) => notes.at(anchor).map(noteWords);
      },
      words: { kinds: CONTRADICTION_WORDS, anchor: entryId },
    });
    const { words, ids, targets } = withXml(html, (xml) => ({
      words: elements(xml, '//div[@class="official"]').map(({ content }) => withoutWhitespace(content)),
      ids: elements(xml, '//*[@id]').map((each) => attribute(each, 'id') ?? ''),
      targets: elements(xml, '//a').map((link) => attribute(link, 'href')?.slice(1) ?? ''),
    }));
    const others = one.otherVersions.map(({ text }) => text);
    const documents = one.amendments.map(({ node }) => node.text);
    expect(words.join('')).toBe(
      withoutWhitespace([...inForce.map(({ text }) => text), ...others, ...documents].join('')),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it('Akoma Ntoso holds the text in force and dates it', () => {
    const xml = akomaNtosoOf(policyOf(one), one, '站名').replace(/ xmlns="[^"]*"/, '');
    const { body, ids, dates, events } = withXml(xml, (tree) => ({
      body: elements(tree, '//act/body').map(({ content }) => withoutWhitespace(content)),
      ids: elements(tree, '//*[@eId]').map((each) => attribute(each, 'eId') ?? ''),
      dates: elements(tree, '/akomaNtoso/documentCollection/meta/identification/FRBRExpression/FRBRdate').map((each) =>
        attribute(each, 'date'),
      ),
      events: elements(tree, '//eventRef[@type="amendment"]').map((each) => attribute(each, 'source')?.slice(1) ?? ''),
    }));
    const clause = inForce.find(({ id }) => id.startsWith(PLACE));
    expect(clause?.version?.number).toBe(number);
    expect(body.join('')).toContain(withoutWhitespace(clause?.text ?? 'none'));
    expect(new Set(ids).size).toBe(ids.length);
    expect(dates).toEqual([['2026-03-15', '2026-09-01', '2027-10-01'][number - 1]]);
    expect(events.filter((source) => ids.includes(source)).length).toBe(2);
  });

  it('comparisons, search and scenario are those of the text in force', () => {
    // but for what is announced to come after it
    const text = JSON.stringify(
      compareAll(one).find(({ id }) => id === 'industrialisation'),
      (key, value: unknown) => (key === 'next' ? undefined : value),
    );
    expect([1, 2, 3].filter((each) => text.includes(`/${PLACE}/v${each}/`))).toEqual([number]);
    expect(factsOf(one).length).toBe(one.nodes.length);
    const papers = scenarioProps(one, new Date(0)).papers.map(({ clause }) => clause);
    const paying = one.rules.policies.flatMap(({ awards }) => awards).map(({ clause }) => clause);
    expect([...new Set(paying)].filter((clause) => !papers.includes(clause))).toEqual([]);
    for (const { implements: above, implementedBy, id } of one.nodes)
      for (const other of [...above, ...implementedBy])
        expect([id, one.nodes.some((node) => node.id === other)]).toEqual([id, true]);
  });

  it('matrix and topics lead to what comes after the text in force', () => {
    const topic = compareAll(one).find(({ id }) => id === 'industrialisation');
    const nodes = topic?.clauses.find(({ policy }) => policy === THIRD)?.nodes.map(({ next }) => next);
    const from = ['2026-09-01', '2027-10-01'][number - 1];
    const next = { kind: 'amended', from, url: `/${PLACE}/v${number + 1}/` };
    expect(nodes).toEqual([number < 3 ? next : undefined]);
    const markup = renderToStaticMarkup(createElement(Next, { next: nodes?.[0] }));
    expect(markup).toBe(
      number < 3 ? `<a href="/${PLACE}/v${number + 1}/" class="from">自${chineseDate(from ?? '')}起修改</a>` : '',
    );
  });

  it('a browser that has fetched the policies compares the same', () => {
    const chosen = ['songjiang-2025', THIRD];
    const fetched = chosen.map((id): Fetched => {
      const rules = one.rules.policies.find((each) => each.id === id);
      return JSON.parse(JSON.stringify({ rules, ...columnOf(one, id) })) as Fetched;
    });
    const joined = joinColumns({ matters: one.rules.matters, topics: one.topics }, fetched);
    const side = narrow(one, chosen);
    expect(compareAll(joined)).toEqual(compareAll(side));
    expect(joined.topics.flatMap((topic) => pairTexts(joined, topic))).toEqual(
      side.topics.flatMap((topic) => pairTexts(side, topic)),
    );
  });
});

describe('two versions side by side', () => {
  const text = (id: string) => allTexts(kb).find((node) => node.id === id) as KnowledgeBase['nodes'][number];
  const pair = pairVersions(text(PLACE), text(`${PLACE}@2`));
  const joined = (side: 'left' | 'right') =>
    pair.rows.flatMap((row) => row[side]?.runs.map((run) => run.text) ?? []).join('');

  it('are both whole, letter for letter, each passage at the address of its version', () => {
    expect(withoutWhitespace(joined('left'))).toBe(withoutWhitespace(text(PLACE).text));
    expect(withoutWhitespace(joined('right'))).toBe(withoutWhitespace(text(`${PLACE}@2`).text));
    for (const { left, right } of pair.rows) {
      if (left) expect(left.url).toMatch(new RegExp(`^/${PLACE}/v1/#`));
      if (right) expect(right.url).toMatch(new RegExp(`^/${PLACE}/v2/#`));
    }
  });

  it('differ in the words that the amendment changed', () => {
    const own = (side: 'left' | 'right') =>
      pair.rows.flatMap((row) => row[side]?.runs.filter((run) => run.own).map((run) => run.text.trim()) ?? []);
    expect(own('left')).toEqual(['1:0.3', '600 万元']);
    expect(own('right')).toEqual([
      '和“星云工厂”',
      '1:0.5',
      '800 万元',
      '本条所称产业化基地，由区星云局认定。',
      '（责任单位：区星云局）',
    ]);
  });
});

describe('what is said of a version', () => {
  const node = allTexts(kb).find(({ id }) => id === `${PLACE}@2`) as KnowledgeBase['nodes'][number];
  const last = allTexts(kb).find(({ id }) => id === `${PLACE}@3`) as KnowledgeBase['nodes'][number];
  const { validity } = policyOf(kb);

  it.each([
    [node, '2026-08-31', '尚未施行 2026年9月1日起施行'],
    [node, '2026-09-01', '现行有效 施行至2027年9月30日，此后由新版本代替'],
    [node, '2027-10-01', '已被代替 施行至2027年9月30日'],
    [last, '2027-10-01', '现行有效 有效期至2028年3月31日'],
    [last, '2028-04-01', '已过有效期 有效期已于2028年3月31日届满'],
  ])('is true on every day, %#', (one, day, words) => {
    const { status, detail } = stateWords(one, validity);
    expect(`${wordsOn(status, day)} ${wordsOn(detail, day)}`).toBe(words);
  });
});

describe('the rest', () => {
  it('the feed tells of each amendment and leads to the new text', () => {
    const feed = feedOf(kb, { siteName: '站名', link: (url) => url });
    for (const url of [`/${PLACE}/v2/`, `/${PLACE}/v3/`, `/${THIRD}/measures/1/v2/`])
      expect(feed).toContain(`"${url}"`);
  });

  it('llms.txt names the documents; every text has a printed code', () => {
    expect(llmsOf(kb, { siteName: '', notice: '', link: (url) => url })).toContain(`/${THIRD}/amendments/2026-08/`);
    const codes = qrPages(kb);
    for (const node of allTexts(kb)) if (node.hasPage) expect(codes).toContain(permalinkOf(node));
  });
});
