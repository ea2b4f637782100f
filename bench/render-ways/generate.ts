// Writes `count` clauses as .mdx files: 60 a policy, modelled on articles of 闵行's 操作细则.
// The numbers come from a fixed sequence, so that every machine measures the same text.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const CLAUSES_A_POLICY = 60;

/** `{n}` stands for a number to fill in; `### ` begins a numbered section, `- ` an item. */
const MODELS: { title: string; topic: string; matter: string; body: string[] }[] = [
  {
    title: '三类医疗器械研发资金支持',
    topic: 'device-research',
    matter: 'device-registration',
    body: [
      '### 1. 申报条件',
      '新获得三类《医疗器械注册证书》并落地生产的企业。',
      '### 2. 支持标准',
      '- (1) 新获得医学影像、植入性组织材料等非诊断试剂三类医疗器械注册证书，每个品种一次性给予研发投入的 {n}%，最高不超过 {n} 万元支持；',
      '- (2) 新获得基因测序、肿瘤检测等诊断试剂三类医疗器械注册证书，每个品种一次性给予研发投入的 {n}%，最高不超过 {n} 万元支持；',
      '- (3) 同一医疗器械不同规格视为同一品种，每个企业每年累计支持金额最高 {n} 万元。',
      '### 3. 申报材料',
      '- (1) 《闵行区生物医药产业政策申请表》；',
      '- (2) 研发费用专项审计报告；',
      '- (3) 《医疗器械注册证书》；',
      '- (4) 《医疗器械生产许可证》。',
    ],
  },
  {
    title: '重大产业化项目建设市级立项配套资金支持',
    topic: 'industrialisation',
    matter: 'major-project',
    body: [
      '### 1. 申报条件',
      '获上海市战略性新兴产业生物医药领域重大项目支持和上海市科委立项支持的工艺技术研发、专业化技术服务平台、产业化基地等项目建设的生物医药企业。',
      '### 2. 支持标准',
      '按照市级支持资金 1: 0.{n} 给予配套，最高支持 {n} 万元。',
      '### 3. 申报材料',
      '- (1) 《闵行区生物医药产业政策申请表》；',
      '- (2) 市级立项材料（彩色扫描件并加盖公章）；',
      '- (3) 市级支持资金到账证明。',
    ],
  },
  {
    title: '获市级立项新药研发及上市配套资金支持',
    topic: 'drug-research',
    matter: 'drug-approval',
    body: [
      '### 1. 申报条件',
      '完成临床试验并获得临床试验报告，或获批上市并实现产出，且获得市级立项支持的企业。',
      '### 2. 支持标准',
      '(1) 对完成 I 期或 II 期临床试验，并获得 I 期临床试验报告或 II 期临床试验报告的新药，按照市级支持资金 1: {n} 给予配套，市区两级支持合计不超过研发投入的 {n}%；',
      '(2) 对获批上市且实现产出的新药，按照市级支持资金 1: {n} 给予配套，市区两级支持合计不超过研发投入的 {n}%。',
      '### 3. 申报材料',
      '- (1) 《闵行区生物医药产业政策申请表》；',
      '- (2) 市级立项材料（彩色扫描件并加盖公章）；',
    ],
  },
];

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1–99 as the articles are numbered: 六, 十二, 二十一. */
function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10);
  return (tens > 1 ? DIGITS[tens] : '') + (tens > 0 ? '十' : '') + DIGITS[n % 10];
}

/** A linear congruential sequence: no dependency, the same on every machine. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function clauseFile(policy: string, order: number, next: (below: number) => number): string {
  const model = MODELS[next(MODELS.length)]!;
  const blocks = model.body.map((block) => block.replace(/\{n\}/g, () => String(1 + next(99))));
  // Items of one list stand on consecutive lines; everything else is a block of its own.
  const body = blocks.map((block, i) => {
    const continuesList = block.startsWith('- ') && blocks[i - 1]?.startsWith('- ');
    return `${continuesList ? '' : '\n'}${block}\n`;
  }).join('');
  return `---
policy: ${policy}
title: ${model.title}
label: 细则（${chineseNumber(order)}）
order: ${order}
effective: 2025-06-01
expires: 2030-05-31
implements: [${policy}/opinions/${1 + (order % 20)}]
topics: [${model.topic}]
departments: [区科委, 区财政局]
awards:
  - id: award-${order}
    matter: ${model.matter}
    requires: [produced]
    amount: { rate: ${10 + next(40)}%, of: rdInvestment, max: ${10 * (1 + next(99))} 万元 }
    per: enterprise
---

## (${chineseNumber(order)}) ${model.title}
${body}`;
}

/** Empties `directory`, writes the clauses and returns how many there are. */
export function generate(directory: string, count: number): number {
  rmSync(directory, { recursive: true, force: true });
  const next = sequence(1);
  for (let i = 0; i < count; i++) {
    const policy = `p${String(Math.floor(i / CLAUSES_A_POLICY) + 1).padStart(3, '0')}`;
    const order = (i % CLAUSES_A_POLICY) + 1;
    const folder = join(directory, policy, 'rules');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${String(order).padStart(2, '0')}.mdx`), clauseFile(policy, order, next));
  }
  return count;
}
