import fc from 'fast-check';
import { expect, it } from 'vitest';
import { charactersOf, withoutWhitespace } from '../../src/domain/text.ts';
import { importPolicy } from '../../src/import/index.ts';
import { readSource } from '../../src/import/source-lines.ts';
import { buildNodes } from '../../src/load/nodes.ts';
import { ParseCache } from '../../src/load/parse-cache.ts';
import { readPolicies } from '../../src/load/read-policies.ts';
import { checkSourceText } from '../../src/load/source-text.ts';
import { ARTICLES, PLAIN, RESTARTING } from '../fixtures/official-texts.ts';

/** What official texts are made of, and what Markdown, MDX and YAML make something of. */
const PIECES = [
  ...[
    '一、',
    '（一）',
    '(二)',
    '1. ',
    '2．',
    '3、',
    '(1) ',
    '（2）',
    '第一条 ',
    '第二章',
    '附件',
    '附件1',
    '附则',
    '- ',
    '— 3 —',
    '3',
  ],
  ...[
    '支持企业',
    '给予 30% 支持，',
    '最高100万元。',
    '２０万元',
    '1: 0.5',
    '（责任单位：区科委）',
    '2026年3月1日',
    '有效期五年',
    '自发布之日起施行',
  ],
  ...[
    '关于印发《东区若干办法》的通知',
    '东区若干办法',
    '东区财政局',
    '东财规〔2026〕1号',
    '各有关单位：',
    '抄送：',
    '“',
    '”',
    '《',
    '》',
  ],
  ...[
    '*',
    '_',
    '`',
    '~',
    '#',
    '##',
    '>',
    '+',
    '=',
    '---',
    '***',
    '|',
    '\\',
    '&amp;',
    '&#20;',
    '<b>',
    '</b>',
    '{',
    '}',
    '[甲](乙)',
    '![',
    '<!--',
  ],
  ...[
    'import x',
    'export const',
    'http://a.cn/b_c',
    'a@b.cn',
    'www.a.cn',
    '\t',
    '  ',
    '\u3000',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '😀',
    ':',
    '!',
    "'",
    '"',
    '%',
  ],
];
const breaks = fc.constantFrom('\n', '\n\n', '\r\n', '\n\n\n', '\f', '\n- 3 -\n', '\u2028', '\r');
const anyText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 2, arbitrary: breaks },
      { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
    ),
    {
      maxLength: 60,
    },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => /[\u4e00-\u9fff]/.test(text) && !/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/.test(text));

const around = { order: 1, marks: [], departments: [] };

/** The texts of the nodes as `load` reads them back from the written files. */
function readBack(text: string) {
  const { files, source } = importPolicy(text, 'east-2026', around);
  const content = new Map([...files].map(([path, words]) => [`policies/east-2026/${path}`, words]));
  const faults: Parameters<typeof buildNodes>[1] = [];
  const [folder] = readPolicies(content, faults, new ParseCache());
  if (!folder) return { joined: '', faults, source, folder };
  const nodes = buildNodes(folder, faults);
  checkSourceText(folder, nodes, faults);
  return { joined: nodes.map((node) => withoutWhitespace(node.text)).join(''), faults, source, folder };
}

it('loses no character of any text, and what it writes loads without a fault of text, number or order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { joined, faults, source, folder } = readBack(text);
      expect(faults).toEqual([]);
      expect(joined).toBe(charactersOf(folder?.source ?? ''));
      // what is not in source.txt is listed: bullets aside, the characters of the file are those of both together
      const furniture = source.furniture.map((one) => one.text).join('');
      const all = (words: string): string => [...withoutWhitespace(words)].sort().join('');
      const given = text.replace(/\f/g, '\n').replace(/^- (?!3 -)/gm, '');
      expect(all(joined + furniture.replace(/^- (?!3 -)/gm, ''))).toBe(all(given));
    }),
    { numRuns: 600 },
  );
});

it.each([
  ['a clause above the first chapter that can be one', '第二章\n一、'],
  ['第N条', ARTICLES],
  ['restarting', RESTARTING],
  ['plain', PLAIN],
])('loses nothing of a whole text: %s', (_, text) => {
  const { joined, faults } = readBack(text);
  expect(faults).toEqual([]);
  expect(joined).toBe(charactersOf(text));
});

it('keeps the line numbers of the file behind form feeds', () => {
  expect(readSource('甲\n\f乙\n- 2 -\n丙').furniture).toEqual([{ line: 3, text: '- 2 -', why: '页码' }]);
  expect(readSource('甲\f乙\n丙').lines.map(({ line, text }) => `${line} ${text}`)).toEqual(['1 甲', '1 乙', '2 丙']);
});
