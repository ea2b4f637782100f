import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/domain/figures.ts';
import { lastDayAfter } from '../../src/domain/validity.ts';
import { bareOf } from '../../src/import/bare.ts';
import { departmentsIn } from '../../src/domain/departments.ts';
import { fullName } from '../../src/import/departments.ts';
import { findFurniture } from '../../src/import/furniture.ts';
import { groupFigures } from '../../src/import/group-figures.ts';
import { importPolicy } from '../../src/import/index.ts';
import { districtOf } from '../../src/import/issuers.ts';
import { markerOf } from '../../src/import/markers.ts';
import { documentName, ownName, spell } from '../../src/import/names.ts';
import { readSource } from '../../src/import/source-lines.ts';
import { isDocumentNumber } from '../../src/import/special-lines.ts';
import { tidy } from '../../src/import/tidy.ts';
import { unwrap } from '../../src/import/unwrap.ts';
import { ARTICLES, PLAIN, RESTARTING } from '../fixtures/official-texts.ts';

const paragraphsOf = (text: string): string[] => unwrap(readSource(text).lines).map((one) => one.text);
const importOf = (text: string) => importPolicy(text, 'east-2026', { order: 3, marks: [], departments: [] });
const nodesOf = (text: string): string[] =>
  importOf(text).parts.flatMap(({ id, nodes }) => nodes.map(({ node, kind }) => `${id}/${node} ${kind}`));

describe('numbers of paragraphs', () => {
  it.each([
    ['一、提升研发创新能力', 'han 1'],
    ['（二十）建立机制', 'han-bracket 20'],
    ['(三) 获市级立项', 'han-bracket 3'],
    ['（四)混用的括号', 'han-bracket 4'],
    ['1. 申报条件', 'arabic 1'],
    ['１２．全角的数字', 'arabic 12'],
    ['3、顿号', 'arabic 3'],
    ['（1）项', 'arabic-bracket 1'],
    ['( 2 ) 项', 'arabic-bracket 2'],
    ['第 十 二 条 多出的空格', 'article 12'],
    ['第3条 阿拉伯数字', 'article 3'],
    ['第一章 总则', 'chapter 1'],
    ['第二节 支持', 'section 2'],
    ['1.5亿元以上的', null],
    ['第三条规定的条件', null],
    ['2025年5月28日', null],
    ['三类医疗器械', null],
  ])('%s', (text, expected) => {
    const marker = markerOf(bareOf(text));
    expect(marker && `${marker.kind} ${marker.number}`).toBe(expected);
  });
});

describe('lines of the page', () => {
  it.each([
    ['- 3 -', true],
    ['— 12 —', true],
    ['第 3 页', true],
    ['第3页 共10页', true],
    ['3 / 12', true],
    ['3', false],
    ['- 3 - 项', false],
    ['第三页', false],
  ])('%s', (text, expected) => {
    expect(findFurniture(['支持企业。', text, '对企业给予支持。']).length === 1).toBe(expected);
  });

  it('are bare numbers only where they count the pages', () => {
    const pageOf = (at: number): string[] => [1, 2, 3, 4, 5].map((line) => `第${at}页的第${line}行`);
    const text = [...pageOf(1), '1', ...pageOf(2), '2', ...pageOf(3)];
    expect(findFurniture([...text, '3']).map(({ line }) => line)).toEqual([6, 12, 18]);
    expect(findFurniture([...text, '4'])).toEqual([]);
    expect(findFurniture(['1', '2', '3'])).toEqual([]);
  });

  it('are heads that stand beside page numbers again and again', () => {
    const page = (at: number): string[] => ['东岸新区规定', `支持第${at}类企业。`, `- ${at} -`];
    const found = findFurniture([...page(1), ...page(2), ...page(3), ...page(4)]);
    expect(found.filter(({ why }) => why !== '页码').map(({ line }) => line)).toEqual([4, 7, 10]);
  });
});

describe('lines joined to paragraphs', () => {
  it.each([
    ['a page that ends in a word', '对企业给予支持，建设产业化\n\n基地。', ['对企业给予支持，建设产业化基地。']],
    ['a page number in between', '（责任单\n\n- 3 -\n\n位：区科委）', ['（责任单位：区科委）']],
    ['a form feed', '一、支持对象\n对企业给予支持，\f建设基地。', ['一、支持对象', '对企业给予支持，建设基地。']],
    ['a number cut in two', '一、标准\n最高支持，每年10\n\n00 万元。', ['一、标准', '最高支持，每年1000 万元。']],
    [
      'a bracket cut from its number',
      '一、甲\n（\n\n一）支持研发\n给予支持。',
      ['一、甲', '（一）支持研发', '给予支持。'],
    ],
    ['第 cut from its number', '第\n\n一条 为了支持。\n第二条 支持。', ['第一条 为了支持。', '第二条 支持。']],
    ['a heading and its text', '1. 支持标准\n\n给予支持。', ['1. 支持标准', '给予支持。']],
    ['a heading cut by a page', '二、支持产\n\f业发展\n（一）甲', ['二、支持产业发展', '（一）甲']],
    [
      'an enumeration that goes on',
      '一、标准\n新获得第\n二、三类医疗器械，给予支持。',
      ['一、标准', '新获得第二、三类医疗器械，给予支持。'],
    ],
    [
      'a reference at the start of a line',
      '第一条 按照本办法\n第二条规定的，给予支持。',
      ['第一条 按照本办法第二条规定的，给予支持。'],
    ],
    ['offices one below the other', '甲区财政局\n乙区财政局', ['甲区财政局', '乙区财政局']],
    ['a date cut in two', '2025年5月\n\n28日', ['2025年5月28日']],
    [
      'two Latin words',
      '一、甲\n支持，采用 Good\n\nPractice 的，给予支持。',
      ['一、甲', '支持，采用 Good Practice 的，给予支持。'],
    ],
    ['a list with bullets', '一、材料\n- (1) 申请表；\n- (2) 协议。', ['一、材料', '(1) 申请表；', '(2) 协议。']],
  ])('%s', (_, text, expected) => {
    expect(paragraphsOf(text)).toEqual(expected);
  });
});

describe('spaces', () => {
  it.each([
    ['支 持 企 业 ，给予 30% 支持', '支持企业，给予 30% 支持'],
    ['最高 1 0 0 万元', '最高 100 万元'],
    ['按照 1: 0.5 给予', '按照 1: 0.5 给予'],
    ['mRNA AI', 'mRNA AI'],
  ])('%s', (text, expected) => {
    expect(tidy(text, false)).toBe(expected);
  });

  it('of a table stay', () => expect(tidy('单 位\t\t名称', true)).toBe('单 位 名称'));
});

describe('figures', () => {
  it('of either width are the same', () => {
    const [sum, rate] = findFigures('最高不超过３００万元，１５％');
    expect([sum, rate]).toEqual([
      expect.objectContaining({ kind: 'money', fen: 300_000_000, words: '３００万元', start: 5 }),
      expect.objectContaining({ kind: 'percent', ppm: 150_000, words: '１５％' }),
    ]);
  });

  it.each([
    ['按照研发投入的20%给予支持，最高100万元', ['share 20% 研发投入 100万元']],
    ['按照市级支持资金 1: 0.5 给予配套', ['match 1:0.5 市级支持资金']],
    ['按市级支持资金1：1给予配套，市区两级支持合计不超过研发投入的 50%', ['match 1:1 市级支持资金 50%']],
    ['一次性给予20万元奖励', ['fixed 20万元']],
    ['给予最高 1000 万元支持', ['up-to 1000万元']],
    ['给予不超过总投资额 30%，最高 100 万元的资助', ['up-to 30% 总投资额 100万元']],
    ['分别给予最高300万元、200万元和30万元支持', ['up-to 300万元', 'up-to 200万元', 'up-to 30万元']],
    ['按20%给予支持，其中二类最高50万元、三类最高100万元', ['share 20% 50万元', 'share 20% 100万元']],
    ['给予20%支持，每个企业每年累计支持金额最高 200 万元', ['share 20%', 'annual-cap 200万元']],
    ['首付款 1 亿元以上的，按市级资金1:0.5给予配套', ['threshold 1亿元', 'match 1:0.5 市级资金']],
    ['按照核定床位的 10%设置床位', ['unclear']],
    ['由区镇按照 8:2 比例共同承担', ['unclear']],
  ])('%s', (sentence, expected) => {
    const words = groupFigures(sentence, findFigures(sentence)).map(({ amount }) =>
      Object.values({ ...amount, jointCeiling: (amount['jointCeiling'] as { rate?: string } | undefined)?.rate })
        .filter((one) => one !== undefined)
        .join(' '),
    );
    expect(words).toEqual(expected);
  });
});

describe('names', () => {
  it.each([
    ['闵行区……若干意见的操作细则', 'rules 操作细则'],
    ['松江区……若干措施（试行）', 'measures 若干措施'],
    ['东岸新区产业扶持办法', 'provisions 扶持办法'],
    ['无题', 'text 正文'],
  ])('%s', (title, expected) => {
    const { id, title: words } = documentName(title);
    expect(`${id} ${words}`).toBe(expected);
  });

  it('of chapters that hold text, and of files', () => {
    expect([ownName('支持对象'), ownName('怎么办'), spell('支持药品AI创新', 4)]).toEqual([
      'scope',
      'zen-me-ban',
      'zhi-chi-yao-pin',
    ]);
  });

  it('of districts, departments and documents', () => {
    expect(['上海市闵行区财政局', '浦东新区关于支持的措施', '财政部'].map((name) => districtOf([name]))).toEqual([
      '闵行区',
      '浦东新区',
      null,
    ]);
    const offices = ['上海市闵行区医疗保障局', '上海市闵行区财政局', '上海市闵行区科学技术委员会'];
    expect(['区医保局', '区科委', '区数据局'].map((short) => fullName(short, offices))).toEqual([
      '上海市闵行区医疗保障局',
      '上海市闵行区科学技术委员会',
      null,
    ]);
    expect(departmentsIn('支持。（责任单\n位：区科委、区财政局)')).toEqual(['区科委', '区财政局']);
    expect(['闵府规发〔2025〕1号', '沪府办规[2024]9号', '关于印发'].map(isDocumentNumber)).toEqual([true, true, false]);
  });

  it('of the last day of some years', () => {
    expect([lastDayAfter('2026-01-01', 5), lastDayAfter('2026-03-01', 5), lastDayAfter('2024-02-29', 1)]).toEqual([
      '2030-12-31',
      '2031-02-28',
      '2025-02-28',
    ]);
  });
});

describe('whole texts', () => {
  it('with 第N条, signed below', () => {
    expect(nodesOf(ARTICLES)).toEqual([
      'provisions/title title',
      'provisions/chapter-1 chapter',
      ...['1', '2'].map((node) => `provisions/${node} clause`),
      'provisions/chapter-2 chapter',
      ...['3', '4', '5'].map((node) => `provisions/${node} clause`),
      'provisions/supplementary chapter',
      ...['6', '7'].map((node) => `provisions/${node} clause`),
      'closing/1 notice',
      'forms/1 form',
    ]);
    expect(importOf(ARTICLES).particulars).toMatchObject({
      title: '浦江市东岸新区关于促进生物医药产业发展的若干规定',
      district: '东岸新区',
      issuers: ['浦江市东岸新区科学技术委员会'],
      documentNumber: null,
      issued: { date: '2026-02-10' },
      effective: { date: '2026-03-01' },
      expires: { date: '2031-02-28', quote: '有效期五年' },
    });
  });

  it('with numbers that begin anew', () => {
    expect(nodesOf(RESTARTING)).toEqual([
      'notice/1 notice',
      'policies/title title',
      'policies/preamble preamble',
      'policies/scope clause',
      'policies/chapter-2 chapter',
      'policies/2-1 clause',
      'policies/2-2 clause',
      'policies/chapter-3 chapter',
      'policies/3-1 clause',
      'policies/3-2 clause',
      'policies/supplementary clause',
      'closing/1 notice',
    ]);
    expect(importOf(RESTARTING).particulars).toMatchObject({
      documentNumber: { text: '西经规〔2026〕3号' },
      effective: { date: '2026-04-01', quote: '自发布之日起施行' },
      expires: { date: '2028-12-31' },
    });
  });

  it.each([
    ['that holds the text', '本办法自印发之日起施行。\n有效期三年。', ['supplementary clause']],
    [
      'with clauses of its own',
      '1. 本办法由区科委解释。\n2. 本办法自印发之日起施行。',
      ['supplementary chapter', 'supplementary-1 clause', 'supplementary-2 clause'],
    ],
  ])('with 附则 that has no number, %s', (_, words, below) => {
    const text = `东岸新区扶持办法\n（一）支持研发\n给予 10 万元。\n（二）支持生产\n给予 20 万元。\n附则\n${words}\n`;
    const clauses = ['title title', '1 clause', '2 clause', ...below];
    expect(nodesOf(text)).toEqual(clauses.map((one) => `provisions/${one}`));
    const last = importOf(text).parts[0]?.nodes.find(({ node }) => node === 'supplementary');
    expect(last?.mdx).toMatch(/^## 附则$/m);
  });

  it('without numbers', () => expect(nodesOf(PLAIN)).toEqual(['text/title title', 'text/preamble preamble']));
});
