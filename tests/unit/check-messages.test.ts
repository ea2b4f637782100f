import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../src/cli/check-content.ts';
import { formatFault } from '../../src/load/fault.ts';
import { readContentFiles } from '../../src/load/files.ts';
import { ParseCache } from '../../src/load/parse-cache.ts';

const files = readContentFiles(join(import.meta.dirname, '../../content'));
const cache = new ParseCache();
const RULE_6 = 'policies/minhang-2025/rules/06-class-iii-device.mdx';
const MEASURE_4 = 'policies/songjiang-2025/measures/04-overseas.mdx';
const SCOPE = 'policies/songjiang-2025/measures/00-scope.mdx';
const CERTIFICATION = 'matters/quality-certification.yaml';
const TEMPLATE = 'templates/1-innovative-drug.json';
const POLICY = 'policies/minhang-2025/policy.yaml';
const READINGS = 'policies/minhang-2025/readings.yaml';

/** Slips of an editor, one each; the first fault that it gives must say where, what and what to do. */
const SLIPS: [string, string, string, string][] = [
  ['a sum that the quote does not state', RULE_6, 'max: 50 万元 }', 'max: 60 万元 }'],
  ['a misspelt sum', RULE_6, 'max: 50 万元 }', 'max: 50 万圆 }'],
  [
    'a quote that is not in the clause',
    RULE_6,
    'quote: 非诊断试剂三类医疗器械注册证书，每个品种一次性给予',
    'quote: 非诊断试剂三类医疗器械注册证，每个品种一次性给予',
  ],
  [
    'a quote that stands there twice',
    RULE_6,
    'quote: 肿瘤检测等诊断试剂三类医疗器械注册证书，每个品种一次性 }',
    'quote: 每个品种一次性 }',
  ],
  ['an unknown topic', RULE_6, 'topics: [device-research]', 'topics: [device-reserch]'],
  ['an unknown matter', RULE_6, 'matter: device-registration', 'matter: device-registry'],
  ['an unknown topic of a matter', CERTIFICATION, 'clean-room]', 'clean-rom]'],
  ['a topic that a matter has lost', CERTIFICATION, '[platforms, clean-room]', '[platforms]'],
  ['a topic that a matter has too many', CERTIFICATION, 'clean-room]', 'clean-room, overseas]'],
  [
    'an unknown fact',
    RULE_6,
    'deviceClass: III, inVitroDiagnostic: false',
    'deviceClas: III, inVitroDiagnostic: false',
  ],
  ['an unknown clause', RULE_6, 'implements: [minhang-2025/opinions/4]', 'implements: [minhang-2025/opinions/44]'],
  [
    'an unknown option of a reading',
    RULE_6,
    'reading: { ivd-class-iii-cap: opinions }',
    'reading: { ivd-class-iii-cap: opinion }',
  ],
  ['a base that is no sum', RULE_6, 'of: rdInvestment, max: 100', 'of: produced, max: 100'],
  ['applicants that the text does not name', RULE_6, 'types: [enterprise]', 'types: [enterprise, park]'],
  [
    'applicants that are lost',
    SCOPE,
    'applicants: { types: [enterprise], quote: 从事药品、医疗器械、制造装备及原材料等领域研发、生产、专业服务的企业单位 }\n',
    '',
  ],
  ['a yearly cap of no enterprise', RULE_6, 'per: enterprise', 'per: applicant'],
  ['参照执行 for every measure', POLICY, '  onlyFunding: 相关涉及资金支持的政策措施\n', ''],
  ['参照执行 for others than the text says', POLICY, 'onlyFunding: 相关', 'onlyFunding: 全部'],
  ['a character of the text', RULE_6, '医学影像、植入性组织材料', '医学影象、植入性组织材料'],
  ['a number that is taken', RULE_6, 'node: "6"', 'node: "7"'],
  ['a gap in the order', RULE_6, 'order: 9', 'order: 19'],
  ['an unknown field', RULE_6, 'requires: &produced', 'require: &produced'],
  ['broken YAML', RULE_6, 'topics: [device-research]', 'topics: [device-research'],
  ['an impossible date', MEASURE_4, 'date: 2026-06-01', 'date: 2026-06-31'],
  ['an example that does not come out so', MEASURE_4, 'determined: 150 万元', 'determined: 160 万元'],
  [
    'a condition that is lost',
    MEASURE_4,
    '    requires:\n      - { fact: soldLocally, is: true, quote: 并在当地实现销售的 }\n',
    '',
  ],
  ['an example that is lost', MEASURE_4, /  - title: 许可交易，首付款 9999 万元\n.*\n.*\n/.source, ''],
  ['a sum in the label of a reading', READINGS, '按细则：50 万元', '按细则：80 万元'],
  ['a sum in the explanation of a reading', READINGS, '诊断试剂每个品种最高 50 万元', '诊断试剂每个品种最高 80 万元'],
  ['a sum in the question of a reading', READINGS, '的上限都是 100 万元', '的上限都是 200 万元'],
  ['a sum of ours in a note', READINGS, '合起来可到 1100 万元', '合起来可到 9900 万元'],
  [
    'a figure told once more that no words need',
    READINGS,
    'otherFigures: [1100 万元]',
    'otherFigures: [1100 万元, 7%]',
  ],
  ['a default of a reading', READINGS, 'default: separate', 'default: apart'],
  [
    'a short title that another policy has',
    'policies/songjiang-2025/policy.yaml',
    'shortTitle: 松江 2025',
    'shortTitle: 闵行2025',
  ],
  [
    'an unknown kind of company',
    'topics/topics.yaml',
    'audiences: [device, diagnostics, medical-ai] }',
    'audiences: [devices, diagnostics, medical-ai] }',
  ],
  ['the id of another kind of company', 'topics/topics.yaml', '  - { id: generic-drug,', '  - { id: innovative-drug,'],
  ['the id of another department', 'departments.yaml', 'id: minhang-finance', 'id: minhang-science'],
  ['a term that no text has', 'glossary.yaml', 'words: [', 'words: [没有这个词, '],
  ['a key written twice in a template', TEMPLATE, '"rdInvestment": ', '"rdInvestment": 1, "rdInvestment": '],
  ['a number finer than a double in a template', TEMPLATE, '30000000', '30000000.000000001'],
  ['a fact that a template lacks', TEMPLATE, '"phase": "II", ', ''],
  ['a fact that a template has too many', TEMPLATE, '"produced": true', '"produced": true, "x y": 1'],
  ['a matter that a template misspells', TEMPLATE, '"overseas-licensing"', '"overseas-license"'],
  [
    'a reading that a template does not know',
    TEMPLATE,
    '  "projects"',
    '  "readings": {\n    "minhang-2025/none": "x" },\n  "projects"',
  ],
  ['an applicant that a template lacks', TEMPLATE, '  "applicant": { "type": "enterprise" },\n', ''],
  ['broken JSON in a template', TEMPLATE, '"facts": {', '"facts": {,'],
  ['an address', 'addresses.txt', '/minhang-2025/rules/6/#s2-2\n', ''],
];

test.each(SLIPS)('%s', (_, file, from, to) => {
  const text = files.get(file) ?? '';
  const damaged = text.replace(from.startsWith('  - title') ? new RegExp(from) : from, to);
  expect(damaged).not.toBe(text);
  const [first] = checkContent(new Map(files).set(file, damaged), { cache }).faults;
  expect(first && formatFault(first)).toMatchSnapshot();
});

test('lines that end as Windows ends them are the same lines', () => {
  const root = mkdtempSync(join(tmpdir(), 'windows-'));
  cpSync(join(import.meta.dirname, '../../content'), root, { recursive: true });
  for (const [path, text] of files) writeFileSync(join(root, path), text.replaceAll('\n', '\r\n'));
  const read = readContentFiles(root);
  rmSync(root, { recursive: true });
  expect([...read].filter(([path, text]) => text !== files.get(path))).toEqual([]);
  expect(checkContent(read, { cache }).faults).toEqual([]);
});
