import { afterAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/cli/check-content.ts';
import { ADDRESSES, listedAddresses } from '../../src/cli/checks/addresses.ts';
import { writeAddresses } from '../../src/cli/write-addresses.ts';
import { compile, evaluate, parseScenario, type PolicyResult } from '../../src/engine/index.ts';
import { explainRefusal } from '../../src/explain/index.ts';
import { CONTRADICTION_WORDS, entryId } from '../../src/components/notes/note-index.ts';
import { stateWords } from '../../src/components/versions/words.ts';
import { wordsOn } from '../../src/components/versions/by-day.ts';
import { addedNotice, listMark, struckNotice } from '../../src/components/versions/turn-words.ts';
import { compareAll } from '../../src/compare/index.ts';
import { akomaNtosoOf } from '../../src/data/akoma-ntoso/document.ts';
import { bookOf } from '../../src/data/book/book.ts';
import { clauseRecords } from '../../src/data/clauses.ts';
import { feedOf } from '../../src/data/feed.ts';
import { charactersOf, withoutWhitespace } from '../../src/domain/text.ts';
import { buildKnowledgeBase, LAST_DAY } from '../../src/load/build.ts';
import { formatFault } from '../../src/load/fault.ts';
import { readContentFiles } from '../../src/load/files.ts';
import { ParseCache } from '../../src/load/parse-cache.ts';
import { addressesOf } from '../../src/model/addresses.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import type { PolicyNode } from '../../src/model/node.ts';
import { allTexts, isTextOn, placeIdOf, standsOn, validityOfNode } from '../../src/model/versions.ts';
import { packOf } from '../../src/search/build.ts';
import { contentWithAmendments, contentWithTurns, removeContent, THIRD } from '../support/third-district.ts';
import { outcomes } from '../support/tiny.ts';

const [root, plainRoot] = [contentWithTurns(), contentWithAmendments()];
afterAll(() => [root, plainRoot].forEach(removeContent));
const cache = new ParseCache();
const files = readContentFiles(root);
const baseOf = (content = files, day = LAST_DAY): KnowledgeBase => {
  const { knowledgeBase, faults } = buildKnowledgeBase(content, cache, 'apart', day);
  expect(faults.map(formatFault)).toEqual([]);
  if (!knowledgeBase) throw new Error('the content loads');
  return knowledgeBase;
};
const [EVE, DAY] = ['2027-12-31', '2028-01-01'];
const plain = baseOf(readContentFiles(plainRoot));
const [before, after] = [baseOf(files, EVE), baseOf(files, DAY)];
const [STRUCK, SERVICE, ADDED] = ['4', '5', '6'].map((node) => `${THIRD}/measures/${node}`) as [string, string, string];
const nodeOf = (kb: KnowledgeBase, id: string): PolicyNode => allTexts(kb).find((one) => one.id === id) as PolicyNode;

describe('clauses struck out and added', () => {
  it('are found right by the check, once their addresses are listed', () => {
    const written = writeAddresses(after, listedAddresses(files));
    const listed = new Map(files).set(ADDRESSES, written.ok ? written.text : '');
    expect(checkContent(listed, { cache }).faults.map(formatFault)).toEqual([]);
  });

  it('have one text on every day, and stand in their places on all', () => {
    for (const kb of [before, after]) {
      const measures = kb.nodes.filter(({ policy, part }) => policy === THIRD && part === 'measures');
      expect(measures.map(({ node }) => node)).toEqual('title preamble 1 2 3 4 5 6 supplementary'.split(' '));
      for (const day of ['2020-01-01', EVE, DAY, '2030-01-01'])
        for (const place of [STRUCK, SERVICE, ADDED])
          expect(allTexts(kb).filter((one) => placeIdOf(one.id) === place && isTextOn(one, day)).length).toBe(1);
    }
  });

  it.each([
    [EVE, true, true, false],
    [DAY, false, false, true],
  ])('stand on %s or do not', (day, ...expected) => {
    expect([STRUCK, SERVICE, ADDED].map((id) => standsOn(nodeOf(after, id), day))).toEqual(expected);
  });

  it('lose no address, and have the same on every day', () => {
    const listed = (kb: KnowledgeBase) => addressesOf(kb).map(({ address }) => address);
    const now = new Set(listed(after));
    expect(listed(plain).filter((address) => !now.has(address))).toEqual([]);
    expect(listed(before)).toEqual([...now]);
    for (const address of [`/${STRUCK}/#p1`, `/${STRUCK}/v1/#p1`, `/${ADDED}/#h`, `/${ADDED}/v1/#h`])
      expect(now).toContain(address);
    expect(now).not.toContain(`/${STRUCK}/v2/`);
  });

  it('leave the text as first published proved', () => {
    const first = allTexts(after)
      .filter(({ policy, id, version }) => policy === THIRD && !id.includes('@') && !version?.added)
      .sort((a, b) => a.index - b.index);
    const { source } = after.policies.find(({ id }) => id === THIRD) as KnowledgeBase['policies'][number];
    expect(withoutWhitespace(first.map(({ text }) => text).join(''))).toBe(charactersOf(source));
  });

  it('leave all other policies as they are', () => {
    const others = (kb: KnowledgeBase) => kb.rules.policies.filter(({ id }) => id !== THIRD);
    expect(others(after)).toEqual(others(plain));
  });
});

/** What the policy gives for one project. */
function give(kb: KnowledgeBase, matter: string, date: string | null, facts: Record<string, unknown>): PolicyResult {
  const engine = compile({ ...kb.rules, policies: kb.rules.policies.filter(({ id }) => id === THIRD) });
  const input = { applicant: { type: 'enterprise' }, projects: [{ id: 'p', matter, date, facts }] };
  const parsed = parseScenario(engine, input, { partial: true });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return evaluate(engine, parsed.scenario).policies[0] as PolicyResult;
}
const ai = (date: string | null): PolicyResult => give(after, 'medical-ai', date, { totalInvestment: 2_000_000 });
const abroad = (date: string): PolicyResult =>
  give(after, 'overseas-registration', date, { municipalSupport: 3_000_000 });

describe('the engine', () => {
  it('pays until the day before and nothing from the day on', () => {
    expect(outcomes(ai(EVE))).toEqual(['0/80000000']);
    for (const day of [DAY, '2028-03-31', '2030-01-01']) {
      expect(outcomes(ai(day))).toEqual([`not-in-force@${STRUCK}`]);
      expect(ai(day).range).toEqual({ ...ai(day).range, min: 0n, max: 0n });
    }
  });

  it('names the words that strike the clause out', () => {
    expect(ai(DAY).refused.map(explainRefusal)).toEqual([
      '2028 年修改通知第3段：2028年1月1日不适用办法（四），它自2028年1月1日起删去：“删去（四）”',
    ]);
  });

  it('pays for an added clause from its day on, and says from when', () => {
    expect(outcomes(abroad(DAY))).toEqual(['150000000/0']);
    expect(outcomes(abroad(EVE))).toEqual([`not-in-force@${ADDED}`]);
    expect(abroad(EVE).refused.map(explainRefusal)[0]).toContain(
      '2027年12月31日不适用办法（六），它自2028年1月1日起增加',
    );
  });

  it('asks for the date where it decides', () => {
    expect(ai(null).pending).toEqual([{ project: 'p', clause: STRUCK, missing: ['date'] }]);
  });
});

describe('what a visitor is told', () => {
  const struck = nodeOf(after, STRUCK);
  const added = nodeOf(after, ADDED);
  const { validity } = after.policies.find(({ id }) => id === THIRD) as KnowledgeBase['policies'][number];
  const state = (node: PolicyNode, day: string): string => {
    const { status, detail } = stateWords(node, validity);
    return `${wordsOn(status, day)} ${wordsOn(detail, day)}`;
  };

  it.each([
    [struck, EVE, '现行有效 施行至2027年12月31日，此后删去'],
    [struck, DAY, '已删去 施行至2027年12月31日'],
    [added, EVE, '尚未施行 2028年1月1日起施行'],
    [added, DAY, '现行有效 有效期至2028年3月31日'],
    [added, '2028-04-01', '已过有效期 有效期已于2028年3月31日届满'],
  ])('is true on every day, %#', (node, day, words) => {
    expect(state(node, day)).toBe(words);
  });

  it('says above the text and in lists what happens on which day', () => {
    const { version: own } = struck;
    if (!own?.struck || !added.version?.added) throw new Error('both have their day');
    expect(wordsOn(struckNotice(own.struck), EVE)).toBe('本条将自2028年1月1日起删去');
    expect(wordsOn(struckNotice(own.struck), DAY)).toContain('本条已自2028年1月1日起删去');
    expect(wordsOn(addedNotice(added.version.added), EVE)).toBe('本条将自2028年1月1日起增加');
    expect([EVE, DAY].map((day) => wordsOn(listMark(added.version) ?? [], day))).toEqual([
      '将自2028年1月1日起增加',
      '',
    ]);
    expect([EVE, DAY].map((day) => wordsOn(listMark(own) ?? [], day))).toEqual([
      '将自2028年1月1日起删去',
      '已自2028年1月1日起删去',
    ]);
  });

  it('compares what is in force on the day', () => {
    const urls = (kb: KnowledgeBase, topic: string) => JSON.stringify(compareAll(kb).find(({ id }) => id === topic));
    expect(urls(before, 'data-ai')).toContain(`/${STRUCK}/`);
    expect(urls(after, 'data-ai')).not.toContain(`/${STRUCK}/`);
    expect(urls(before, 'overseas')).not.toContain(`/${ADDED}/`);
    expect(urls(after, 'overseas')).toContain(`/${ADDED}/`);
  });

  it('tells beside a clause in force that it is going to be struck out', () => {
    const clauses = compareAll(before)
      .find(({ id }) => id === 'data-ai')
      ?.clauses.flatMap(({ nodes }) => nodes);
    expect(clauses?.find(({ id }) => id === STRUCK)?.next).toEqual({ kind: 'struck', from: DAY, url: `/${STRUCK}/` });
  });

  it('gives data with their days, the search a mark, and the feed the last text', () => {
    const days = clauseRecords(after)
      .filter(({ id }) => [STRUCK, ADDED].includes(id))
      .map(({ id, effective, expires }) => [id, effective, expires]);
    expect(days).toEqual([
      [STRUCK, '2026-04-01', EVE],
      [ADDED, DAY, '2028-03-31'],
    ]);
    expect(validityOfNode(added, validity).appliesFrom).toBeNull();
    expect(packOf(struck)[2]).toBe('支持医学人工智能（自2028年1月1日起删去）');
    expect(feedOf(after, { siteName: '站名', link: (url) => url })).toContain(`"/${STRUCK}/"`);
  });
});

describe('a policy in one file', () => {
  const policyOf = (kb: KnowledgeBase) =>
    kb.policies.find(({ id }) => id === THIRD) as KnowledgeBase['policies'][number];
  const akn = (kb: KnowledgeBase): string => akomaNtosoOf(policyOf(kb), kb, '站名');

  it('is in Akoma Ntoso the text of the day: what is gone keeps its place, what is to come has none', () => {
    expect(akn(before)).toContain('<article eId="measures-4"><num>（四）</num>');
    expect(akn(after)).toContain(
      '<article eId="measures-4" status="removed"><num>（四）</num><content><p><remark status="editorial">自2028年1月1日起删去</remark></p></content></article>',
    );
    expect([before, after].map((kb) => akn(kb).includes('eId="measures-6"'))).toEqual([false, true]);
    expect([before, after].map((kb) => /FRBRExpression>.*?FRBRdate date="([^"]+)"/s.exec(akn(kb))?.[1])).toEqual([
      '2027-10-01',
      DAY,
    ]);
  });

  it('says in the single file what happens on which day', () => {
    const html = bookOf({
      policy: policyOf(before),
      kb: before,
      site: { name: '站名', notice: '' },
      css: '',
      notes: () => () => [],
      words: { anchor: entryId, kinds: CONTRADICTION_WORDS },
    });
    expect(html).toContain('办法（四）自2028年1月1日起删去');
    expect(html).toContain('办法（六）自2028年1月1日起增加');
  });
});

const folder = `policies/${THIRD}`;
const END = `${folder}/measures/04-medical-ai.v2.mdx`;
const NEW = `${folder}/measures/06-overseas.mdx`;
const DOCUMENT = `${folder}/amendments/2027-12/source.txt`;

/** Slips of an editor: the first fault that each gives must say where, what and what to do. */
const SLIPS: [string, string, string | RegExp, string][] = [
  ['striking words that the document does not have', END, '删去（四）', '删除（四）'],
  ['words that strike nothing', END, 'repealed: 删去（四）', 'repealed: 本通知自 2028 年 1 月 1 日起施行'],
  ['words that strike another clause', END, 'repealed: 删去（四）', 'repealed: 删去'],
  ['no document', END, 'amendment: 2027-12\n', ''],
  ['a document that is not there', END, 'amendment: 2027-12', 'amendment: 2027-11'],
  ['a body', END, /---\n$/, '---\n\n## （四）支持医学人工智能\n'],
  ['a field of a text', END, 'repealed:', 'topics: [data-ai]\nrepealed:'],
  ['no example', END, /examples:[^]*?---/, '---'],
  ['no example on the day', END, /.*当天[^]*?---/, '---'],
  ['an example that still pays', END, 'refused: not-in-force', 'award: medical-ai, discretionary: 80 万元'],
  ['a character of the added text', NEW, '对产品在境外获批上市的企业，按照', '对产品在境外上市的企业，按照'],
  ['an added clause of an unknown document', NEW, 'amendment: 2027-12', 'amendment: 2027-11'],
  ['an added clause without a document', NEW, 'amendment: 2027-12\nafter: "5"', 'order: 8'],
  ['an added clause without a place', NEW, 'after: "5"\n', ''],
  ['an added clause with a number for its place', NEW, 'after: "5"', 'order: 8'],
  ['an added clause behind none', NEW, 'after: "5"', 'after: "7"'],
  ['an added clause out of sequence', NEW, 'after: "5"', 'after: "4"'],
  ['no example of the day before', NEW, /.*增加前一天[^]*?} }\n/, ''],
  ['no news of the end', 'changes.yaml', `${THIRD}/measures/4@2, `, ''],
  ['no news of the beginning', 'changes.yaml', `, ${THIRD}/measures/6`, ''],
];

describe('what the check says', () => {
  const first = (changed: Map<string, string>): string | undefined => {
    const [one] = checkContent(changed, { cache }).faults;
    return one && formatFault(one);
  };

  it.each(SLIPS)('%s', (_, file, from, to) => {
    const text = files.get(file) ?? '';
    const damaged = text.replace(from, to);
    expect(damaged).not.toBe(text);
    expect(first(new Map(files).set(file, damaged))).toMatchSnapshot();
  });

  const text = (file: string): string => files.get(file) ?? '';
  const CASES: [string, Map<string, string>][] = [
    [
      'a version after the end',
      new Map(files).set(END.replace('.v2', '.v3'), text(`${folder}/measures/03-industrialisation.v2.mdx`)),
    ],
    ['an end with a gap before it', new Map(files).set(END.replace('.v2', '.v3'), text(END)).set(END, '')],
    ['two clauses added at one place', new Map(files).set(NEW.replace('06', '07'), text(NEW).replace('"6"', '"7"'))],
    [
      'an end after the policy’s own',
      new Map(files)
        .set(DOCUMENT, text(DOCUMENT).replace('2028 年 1 月', '2029 年 1 月'))
        .set(
          DOCUMENT.replace('source.txt', 'amendment.yaml'),
          text(DOCUMENT.replace('source.txt', 'amendment.yaml'))
            .replace('2028-01', '2029-01')
            .replace('2028 年 1 月', '2029 年 1 月'),
        ),
    ],
  ];
  it.each(CASES)('%s', (_, changed) => {
    changed.forEach((words, file) => words === '' && changed.delete(file));
    expect(first(changed)).toMatchSnapshot();
  });
});
